import type { NewPraise } from '../../protocol/generated.ts';

/// A praise in the making: for whom. Pure.

/// `limits::praised`
export const mostPraised = 20;

export const forNobody: NewPraise = { people: [] };

/// Kept by another version of Plein it may be anything; what the server would refuse is none.
export const isPraiseDraft = (value: unknown): value is NewPraise =>
  typeof value === 'object' &&
  value !== null &&
  'people' in value &&
  Array.isArray(value.people) &&
  value.people.length <= mostPraised &&
  value.people.every((id) => typeof id === 'number') &&
  new Set(value.people).size === value.people.length;

/// Somebody was chosen, which one would not want to do again; and what it takes to send it.
export const isForSomebody = ({ people }: NewPraise): boolean => people.length > 0;

/// The same people, in whatever order.
export const isForTheSame = (one: NewPraise['people'], other: NewPraise['people']): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
