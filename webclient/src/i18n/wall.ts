/// What a clock on the wall says: "2026-12-03T17:00", as a field for a day and a time has it. Pure.

const hour = 3_600_000;
const day = 24 * hour;

/// What the clock on the wall says at a moment.
export function wallAt(moment: number, timeZone: string | undefined): string {
  // Swedish writes its dates this way.
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'short', timeStyle: 'short' };
  const clock = new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? options : { ...options, timeZone });
  return clock.format(moment).replace(' ', 'T');
}

/// When the clock on the wall says so. Of an hour that comes twice the first; in one that is skipped, the time goes on as if
/// it were not.
export function momentOn(wall: string, timeZone: string | undefined): number | undefined {
  if (!isWall(wall)) return undefined;
  const utc = asIfUtc(wall);
  const ahead = (moment: number) => asIfUtc(wallAt(moment, timeZone)) - moment;
  // What the clock is ahead of UTC a day before and after: one of the two holds at the moment itself.
  const found = [ahead(utc - day), ahead(utc + day)].map((hours) => utc - hours);
  return found.find((moment) => wallAt(moment, timeZone) === wall) ?? found[0];
}

/// So much later on the same clock, whatever is done to it in between.
export const wallAfter = (wall: string, later: number): string => wallOf(asIfUtc(wall) + later);

/// The first full hour at least so much later.
export const fullHourAfter = (wall: string, later: number): string => wallOf(Math.ceil((asIfUtc(wall) + later) / hour) * hour);

/// How much later on the same clock the other is; nothing when one of them is none.
export const timeBetween = (wall: string, other: string): number | undefined =>
  isWall(wall) && isWall(other) ? asIfUtc(other) - asIfUtc(wall) : undefined;

/// A browser reads more than this as some moment. While somebody types a year, the field says 0002 first: that is none yet.
export const isWall = (wall: string): boolean => /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d$/.test(wall) && !Number.isNaN(asIfUtc(wall));

const asIfUtc = (wall: string): number => Date.parse(`${wall}:00Z`);
const wallOf = (utc: number): string => new Date(utc).toISOString().slice(0, 16);
