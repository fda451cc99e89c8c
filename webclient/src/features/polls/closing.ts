/// When a poll closes, on the organisation's clock. A wall says "2026-12-03T17:00", as fields for a day and a time do. Pure.

/// After so many days, or at a moment that one chooses.
export const closings = ['1', '3', '7', '14', 'own'] as const;
export type Closing = (typeof closings)[number];

export interface Closes {
  closing: Closing;
  /// The wall of `own`; empty while none is chosen.
  at: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/// `limits::poll_days`, with a day to spare for clocks that differ.
const most = 365 * day;

/// A span ends on the hour, which one can say and remember: the first one after that many days.
export function closesAt({ closing, at }: Closes, now: number, timeZone: string | undefined): number | undefined {
  if (closing === 'own') return momentOn(at, timeZone);
  const later = asIfUtc(wallAt(now, timeZone)) + Number(closing) * day;
  return momentOn(wallOf(Math.ceil(later / hour) * hour), timeZone);
}

export type ClosingFault = 'missing' | 'past' | 'far';

export function closingFault(closes: Closes, now: number, timeZone: string | undefined): ClosingFault | undefined {
  const moment = closesAt(closes, now, timeZone);
  if (moment === undefined) return 'missing';
  if (moment <= now) return 'past';
  return moment > now + most ? 'far' : undefined;
}

/// What the clock on the wall says at a moment.
export function wallAt(moment: number, timeZone: string | undefined): string {
  // Swedish writes its dates this way.
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'short', timeStyle: 'short' };
  const clock = new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? options : { ...options, timeZone });
  return clock.format(moment).replace(' ', 'T');
}

/// When the clock on the wall says so. Of an hour that comes twice the first; in one that is skipped, the time goes on as if
/// it were not.
function momentOn(wall: string, timeZone: string | undefined): number | undefined {
  const utc = isWall.test(wall) ? asIfUtc(wall) : Number.NaN;
  if (Number.isNaN(utc)) return undefined;
  const ahead = (moment: number) => asIfUtc(wallAt(moment, timeZone)) - moment;
  // What the clock is ahead of UTC a day before and after: one of the two holds at the moment itself.
  const found = [ahead(utc - day), ahead(utc + day)].map((hours) => utc - hours);
  return found.find((moment) => wallAt(moment, timeZone) === wall) ?? found[0];
}

/// A browser reads more than this as some moment.
const isWall = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

const asIfUtc = (wall: string): number => Date.parse(`${wall}:00Z`);
const wallOf = (utc: number): string => new Date(utc).toISOString().slice(0, 16);
