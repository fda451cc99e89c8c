import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { Department, Person, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';

/// Whom a text in a tab can name, by what was typed.
export type Choice = { address: string; name: string } & ({ person: Person } | { department: Department });

const aMinute = 60_000;

const key = (tab: TabId, search: string) => ['mention choices', tab, search] as const;

/// Without a word: who wrote there last. The list is drawn by code that comes along with its first answer.
export const choicesQuery = (tab: TabId, search: string) =>
  queryOptions({
    queryKey: key(tab, search),
    queryFn: async (): Promise<Choice[]> => {
      const [{ people, departments }] = await Promise.all([
        api.listMentionChoices({ tab, ...(search === '' ? {} : { search }) }),
        import('./ChoiceList.tsx'),
      ]);
      learnPeople(people);
      return [
        ...people.map((person) => ({ address: `person:${person.id}`, name: person.name, person })),
        ...departments.map((department) => ({ address: `department:${department.id}`, name: department.name, department })),
      ];
    },
    staleTime: aMinute,
    gcTime: aMinute,
  });

/// From an earlier answer, with fewer letters, while there is none yet: those that still fit.
export function choicesSoFar(tab: TabId, search: string): Choice[] {
  const earlier = earlierAnswers(tab, search).at(-1) ?? [];
  return earlier.filter((choice) => fits(choice, search));
}

/// Nobody was found with fewer letters, so nobody will be with more.
export const isFruitless = (tab: TabId, search: string): boolean =>
  earlierAnswers(tab, search).some((choices) => choices.length === 0);

/// The shortest search first. Without a word other people are told than with one, so nothing follows from none of them.
const earlierAnswers = (tab: TabId, search: string): Choice[][] =>
  Array.from({ length: search.length }, (_, index) => key(tab, search.slice(0, index + 1)))
    .map((queryKey) => queries.getQueryData<Choice[]>(queryKey))
    .filter((choices) => choices !== undefined);

/// Every word that was typed begins one of a name or a title, with or without accents.
function fits(choice: Choice, search: string): boolean {
  const title = 'person' in choice ? choice.person.title : '';
  const words = wordsOf(`${choice.name} ${title}`);
  return wordsOf(search).every((typed) => words.some((word) => word.startsWith(typed)));
}

const wordsOf = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean);
