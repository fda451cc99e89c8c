import type { PersonId } from '../../protocol/generated.ts';

/// So many are named on a line; of more, two, and how many others there are.
const mostOnALine = 3;
const namedOfMore = 2;

/// Whom a praise is for: who looks comes first.
export function named(people: readonly PersonId[], me: PersonId | undefined): { first: PersonId[]; others: PersonId[] } {
  const inOrder = people.toSorted((one, other) => Number(other === me) - Number(one === me));
  const end = inOrder.length > mostOnALine ? namedOfMore : inOrder.length;
  return { first: inOrder.slice(0, end), others: inOrder.slice(end) };
}
