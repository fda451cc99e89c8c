import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { Department, Person, TabId, TopicChoice } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';
import { folded } from '../topics/topic.ts';
import type { Typed } from './typed.ts';

/// Whom a text in a tab can name, or which topic it can have, by what was typed.
export type Choice = { address: string; name: string } & ({ person: Person } | { department: Department } | { topic: TopicChoice });

const aMinute = 60_000;

export interface Search {
  tab: TabId;
  sign: Typed['sign'];
  words: string;
}

const key = ({ tab, sign, words }: Search) => ['choices', tab, sign, words] as const;

/// Without a word: who wrote there last, and topics that many posts have. The list is drawn by code that comes along with its
/// first answer.
export const choicesQuery = (search: Search) =>
  queryOptions({
    queryKey: key(search),
    queryFn: async (): Promise<Choice[]> => {
      const [choices] = await Promise.all([ask[search.sign](search), import('./ChoiceList.tsx')]);
      return choices;
    },
    staleTime: aMinute,
    gcTime: aMinute,
  });

const requestFor = ({ tab, words }: Search) => ({ tab, ...(words === '' ? {} : { search: words }) });

const ask: Record<Typed['sign'], (search: Search) => Promise<Choice[]>> = {
  '@': async (search) => {
    const { people, departments } = await api.listMentionChoices(requestFor(search));
    learnPeople(people);
    return [
      ...people.map((person) => ({ address: `person:${person.id}`, name: person.name, person })),
      ...departments.map((department) => ({ address: `department:${department.id}`, name: department.name, department })),
    ];
  },
  '#': async (search) => {
    const { items } = await api.listTopicChoices(requestFor(search));
    return items.map((topic) => ({ address: `topic:${topic.topic}`, name: topic.topic, topic }));
  },
};

/// From an earlier answer, with fewer letters, while there is none yet: those that still fit.
export function choicesSoFar(search: Search): Choice[] {
  const earlier = earlierAnswers(search).at(-1) ?? [];
  return earlier.filter((choice) => fits(choice, search.words));
}

/// Nothing was found with fewer letters, so nothing will be with more.
export const isFruitless = (search: Search): boolean => earlierAnswers(search).some((choices) => choices.length === 0);

/// The shortest search first. Without a word other people are told than with one, so nothing follows from none of them.
const earlierAnswers = (search: Search): Choice[][] =>
  Array.from({ length: search.words.length }, (_, index) => key({ ...search, words: search.words.slice(0, index + 1) }))
    .map((queryKey) => queries.getQueryData<Choice[]>(queryKey))
    .filter((choices) => choices !== undefined);

/// A topic begins with what was typed. Of a name every word that was typed begins one of the name or the title, with or without
/// accents.
function fits(choice: Choice, search: string): boolean {
  if ('topic' in choice) return folded(choice.name).startsWith(folded(search));
  const title = 'person' in choice ? choice.person.title : '';
  const words = wordsOf(`${choice.name} ${title}`);
  return wordsOf(search).every((typed) => words.some((word) => word.startsWith(typed)));
}

const wordsOf = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean);
