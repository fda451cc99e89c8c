import type { NewPraise, Person, PersonId } from '../../protocol/generated.ts';

/// Those of them who have left, as far as this page knows.
export const goneOf = ({ people }: NewPraise, known: ReadonlyMap<PersonId, Person>): Person[] =>
  people.flatMap((id) => known.get(id) ?? []).filter(({ suspended }) => suspended);
