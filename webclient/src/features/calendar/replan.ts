import { wallAt } from '../../i18n/wall.ts';
import type { EventPlan } from '../../protocol/generated.ts';
import type { PlanDraft } from './plan.ts';

/// A plan that stands already. Pure.

/// As fields have it.
export const draftOf = ({ begins, ends, place, places }: EventPlan, timeZone: string | undefined): PlanDraft => ({
  begins: wallAt(Date.parse(begins), timeZone),
  ends: wallAt(Date.parse(ends), timeZone),
  place,
  places: places === undefined ? '' : String(places),
});

/// The same again.
export const planAgain = ({ begins, ends, place, places }: EventPlan): EventPlan => ({
  begins,
  ends,
  place,
  ...(places !== undefined && { places }),
});

export const isSamePlan = (one: EventPlan, other: EventPlan): boolean =>
  Date.parse(one.begins) === Date.parse(other.begins) &&
  Date.parse(one.ends) === Date.parse(other.ends) &&
  one.place === other.place &&
  one.places === other.places;
