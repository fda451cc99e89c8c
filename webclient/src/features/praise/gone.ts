import type { NewPraise, Person, PersonId } from '../../protocol/generated.ts';
import { usePeople } from '../people/people.ts';

/// Those whom it thanks who have left, as far as this page knows.
export function useGone(praise: NewPraise | undefined): Person[] {
  const known = usePeople(praise?.people ?? []);
  return praise ? goneOf(praise, known) : [];
}

export const goneOf = ({ people }: NewPraise, known: ReadonlyMap<PersonId, Person>): Person[] =>
  people.flatMap((id) => known.get(id) ?? []).filter(({ suspended }) => suspended);
