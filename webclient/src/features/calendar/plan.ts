import { roomFor } from '../../design/room.ts';
import { fullHourAfter, isWall, momentOn, timeBetween, wallAfter, wallAt } from '../../i18n/wall.ts';
import type { CalendarEvent, EventPlan } from '../../protocol/generated.ts';
import { cleaned } from '../posts/writing.ts';

/// When and where people come together, in the making: as its fields have it, on the organisation's clock. Pure.
export interface PlanDraft {
  /// Walls; empty while nothing is chosen.
  begins: string;
  ends: string;
  place: string;
  /// As it is typed; empty: everyone can come.
  places: string;
}

/// An event in the making, beside its text.
export interface EventDraft extends PlanDraft {
  title: string;
}

/// What a plan is measured by.
export interface Terms {
  now: number;
  timeZone: string | undefined;
  /// As it stands, of an event that is there already.
  before?: CalendarEvent | undefined;
}

const hour = 3_600_000;
/// `limits::event_place`
export const longestPlace = 200;
/// `limits::event_places`
export const mostPlaces = 10_000;
/// `limits::event_days`
export const mostDays = 31;

/// Of an event whose text alone is written on.
export const unplanned: PlanDraft = { begins: '', ends: '', place: '', places: '' };

/// A calendar offers the next full hour and lasts one: it is seldom right, and seldom far off. Here that is an hour from now at
/// least, so that it is still to come when one has written what it is about.
export function newEvent(now: number, timeZone: string | undefined): EventDraft {
  const begins = fullHourAfter(wallAt(now, timeZone), hour);
  return { ...unplanned, title: '', begins, ends: wallAfter(begins, hour) };
}

/// Kept by another version of Plein it may be anything.
export const isEventDraft = (value: unknown): value is EventDraft =>
  typeof value === 'object' &&
  value !== null &&
  ['title', 'begins', 'ends', 'place', 'places'].every((field) => field in value && typeof value[field as keyof typeof value] === 'string');

/// Something was filled in that one would not want to lose.
export const isBegun = ({ title, place, places }: EventDraft): boolean => [title, place, places].some((words) => words.trim() !== '');

/// How long it takes on the clock; nothing when it does not end after it begins.
export function lengthOf({ begins, ends }: PlanDraft): number | undefined {
  const length = timeBetween(begins, ends);
  return length !== undefined && length > 0 ? length : undefined;
}

/// It begins at another moment, and takes as long as before.
export const withBegin = (plan: PlanDraft, begins: string, length: number): PlanDraft =>
  isWall(begins) ? { ...plan, begins, ends: wallAfter(begins, length) } : { ...plan, begins };

export interface PlanFaults {
  begins?: 'missing' | 'past';
  ends?: 'missing' | 'early' | 'long' | 'past';
  places?: 'number' | 'few';
}

/// What is wrong with it, besides a place that is too long. When it began is no mistake of an event that is going on.
export function faultsOf(plan: PlanDraft, terms: Terms): PlanFaults {
  const { now, before } = terms;
  const { begins, ends } = momentsOf(plan, terms);
  const hasBegun = before !== undefined && begins === Date.parse(before.begins);
  const beginFault = begins === undefined ? 'missing' : begins <= now && !hasBegun ? 'past' : undefined;
  const endFault = endFaultOf(begins, ends, beginFault === 'past' ? undefined : now);
  const placesFault = placesFaultOf(plan, before?.coming ?? 0);
  return {
    ...(beginFault && { begins: beginFault }),
    ...(endFault && { ends: endFault }),
    ...(placesFault && { places: placesFault }),
  };
}

/// What nobody has written anything into begins anew once its begin has gone by.
export const renewed = (event: EventDraft, { now, timeZone }: Terms): EventDraft =>
  isBegun(event) || faultsOf(event, { now, timeZone }).begins === undefined ? event : newEvent(now, timeZone);

export const isSound = (plan: PlanDraft, terms: Terms): boolean =>
  Object.keys(faultsOf(plan, terms)).length === 0 && roomFor(tidy(plan.place), longestPlace).left >= 0;

/// What is sent of a sound one.
export function planOf(plan: PlanDraft, terms: Terms): EventPlan {
  const { begins, ends } = momentsOf(plan, terms);
  const places = numberOf(plan.places);
  return {
    begins: new Date(begins ?? terms.now).toISOString(),
    ends: new Date(ends ?? terms.now).toISOString(),
    place: tidy(plan.place),
    ...(places !== undefined && { places }),
  };
}

const momentsOf = ({ begins, ends }: PlanDraft, { timeZone, before }: Terms) => ({
  begins: momentOf(begins, before?.begins, timeZone),
  ends: momentOf(ends, before?.ends, timeZone),
});

/// What nobody changed is the same moment: a wall tells no seconds, nor which one of an hour that comes twice.
function momentOf(wall: string, before: string | undefined, timeZone: string | undefined): number | undefined {
  const stood = before === undefined ? undefined : Date.parse(before);
  return stood !== undefined && wallAt(stood, timeZone) === wall ? stood : momentOn(wall, timeZone);
}

/// Without `now`, whether it is over is no matter: its begin says so.
function endFaultOf(begins: number | undefined, ends: number | undefined, now: number | undefined): PlanFaults['ends'] {
  if (ends === undefined) return 'missing';
  if (begins !== undefined && ends <= begins) return 'early';
  if (begins !== undefined && ends - begins > mostDays * 24 * hour) return 'long';
  return now !== undefined && ends <= now ? 'past' : undefined;
}

function placesFaultOf({ places }: PlanDraft, coming: number): PlanFaults['places'] {
  const number = numberOf(places);
  if (number === undefined) return places.trim() === '' ? undefined : 'number';
  if (number < 1 || number > mostPlaces) return 'number';
  return number < coming ? 'few' : undefined;
}

/// People write ten thousand with a dot, a comma or a space in it.
function numberOf(typed: string): number | undefined {
  const digits = typed.trim().replace(/^(\d{1,2})[.,\s](\d{3})$/, '$1$2');
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/// A place is one line.
const tidy = (place: string): string => cleaned(place.replace(/\s+/g, ' '));
