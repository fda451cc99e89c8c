import type { Department, Holiday, OpenInterval, Weekday } from '../../protocol/generated.ts';

/// When a department is open, on the organisation's clock. A holiday closes all of them.

export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export type OpenState =
  | { kind: 'open'; until: string }
  | { kind: 'closed'; opens: { day: Weekday; isToday: boolean; time: string } | undefined }
  | { kind: 'holiday'; name: string }
  | { kind: 'unknown' };

interface LocalMoment {
  date: string; // "2026-11-23"
  day: Weekday;
  time: string; // "09:41"
}

export const hoursOn = (hours: readonly OpenInterval[], day: Weekday): OpenInterval[] =>
  hours.filter((interval) => interval.day === day);

/// Nothing is said of a department that has told no hours.
export function stateAt(
  { hours }: Pick<Department, 'hours'>,
  holidays: readonly Holiday[],
  now: number,
  timeZone: string,
): OpenState {
  if (hours.length === 0) return { kind: 'unknown' };
  const here = localMoment(now, timeZone);
  const holiday = holidays.find(({ date }) => date === here.date);
  if (holiday) return { kind: 'holiday', name: holiday.name };
  const current = hoursOn(hours, here.day).find(({ opens, closes }) => opens <= here.time && here.time < closes);
  if (current) return { kind: 'open', until: lastUntil(hoursOn(hours, here.day), current) };
  return { kind: 'closed', opens: nextOpening(hours, holidays, now, timeZone) };
}

/// "12:00" and again from "12:00" is one time of being open.
function lastUntil(today: readonly OpenInterval[], current: OpenInterval): string {
  const next = today.find(({ opens }) => opens === current.closes);
  return next ? lastUntil(today, next) : current.closes;
}

const dayLength = 24 * 60 * 60_000;
const daysAhead = 14;

function nextOpening(hours: readonly OpenInterval[], holidays: readonly Holiday[], now: number, timeZone: string) {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const { date, day, time } = localMoment(now + ahead * dayLength, timeZone);
    if (holidays.some((holiday) => holiday.date === date)) continue;
    const next = hoursOn(hours, day).find(({ opens }) => ahead > 0 || opens > time);
    if (next) return { day, isToday: ahead === 0, time: next.opens };
  }
  return undefined;
}

/// Today's holiday or the next one.
export function nextHoliday(
  holidays: readonly Holiday[],
  now: number,
  timeZone: string,
): (Holiday & { isToday: boolean }) | undefined {
  const { date } = localMoment(now, timeZone);
  const next = holidays.find((holiday) => holiday.date >= date);
  return next && { ...next, isToday: next.date === date };
}

function localMoment(at: number, timeZone: string): LocalMoment {
  const parts = new Map(clockOf(timeZone).formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    day: part('weekday').toLowerCase() as Weekday,
    time: `${part('hour')}:${part('minute')}`,
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}
