import { momentOn, wallAfter, wallAt } from '../../i18n/wall.ts';

/// Until when somebody may show a sign, on the organisation's clock. Pure.

const hour = 3_600_000;
const day = 24 * hour;

/// `limits::away_days`, with a day to spare for clocks that differ.
const most = 365 * day;

export const inAnHour = (now: number): number => now + hour;

/// After lunch, or when the working day ends; nothing when it has.
export function laterToday(now: number, timeZone: string | undefined): number | undefined {
  const wall = wallAt(now, timeZone);
  const time = ['13:00', '17:00'].find((each) => wall.slice(11) < each);
  return time === undefined ? undefined : momentOn(`${wall.slice(0, 10)}T${time}`, timeZone);
}

/// When work begins the next day.
export const tomorrow = (now: number, timeZone: string | undefined): number | undefined =>
  momentOn(`${dayAfter(now, timeZone)}T08:00`, timeZone);

/// "2026-12-07"
export const dayAfter = (now: number, timeZone: string | undefined): string => wallAfter(wallAt(now, timeZone), day).slice(0, 10);

/// The day begins: from then on one is there again.
export const startOf = (date: string, timeZone: string | undefined): number | undefined => momentOn(`${date}T00:00`, timeZone);

export type UntilFault = 'missing' | 'past' | 'far';

export function untilFault(until: number | undefined, now: number): UntilFault | undefined {
  if (until === undefined) return 'missing';
  if (until <= now) return 'past';
  return until > now + most ? 'far' : undefined;
}
