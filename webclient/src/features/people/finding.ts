import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { Person, Side } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { learnPeople } from './people.ts';

/// Among whom one chooses people.
export interface PeopleSource {
  /// Tells its answers from those of others.
  key: readonly unknown[];
  /// From so many letters on it is asked; with none it offers people before anything is typed.
  letters: number;
  find: (search: string) => Promise<readonly Person[]>;
}

const aMinute = 60_000;

const directory = (side?: Side): PeopleSource => ({
  key: ['directory', side],
  letters: 2,
  find: async (search) => (await api.browsePeople({ search, ...(side ? { side } : {}) })).items,
});

export const everyone = directory();
export const inTheSsc = directory('ssc');

/// Whom a source finds for what is typed. Until it answers, those of its last answer who fit: nobody is offered, and so
/// taken by a quick Enter, who has another name.
export function useFound({ key, letters, find }: PeopleSource, typed: string) {
  const wanted = typed.trim();
  const search = useSettled(wanted);
  const isAsked = search.length >= letters;
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['found people', ...key, search],
    queryFn: async () => {
      const people = await find(search);
      learnPeople(people);
      return people;
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: aMinute,
    gcTime: aMinute,
  });
  const isAnswer = isAsked && search === wanted && data !== undefined && !isPlaceholderData;
  const people = isAnswer ? data : wanted.length >= letters ? (data ?? []).filter((person) => fits(person, wanted)) : [];
  return { people, error, isAnswer };
}

/// Every word that was typed begins one of the name, with or without accents.
function fits({ name }: Person, typed: string): boolean {
  const words = wordsOf(name);
  return wordsOf(typed).every((word) => words.some((each) => each.startsWith(word)));
}

const wordsOf = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).filter(Boolean);
