import type { Catalogue } from './nl.ts';

/// Times for people, in the organisation's time zone: "zojuist", "5 min. geleden", "09.41 uur", "ma 09.41 uur", "3 nov".
export interface Moments {
  /// Short, relative while fresh: beside a name.
  short(at: string, now: number): string;
  /// Day, date, year and time: on hover, and for whom "yesterday" is not enough.
  exact(at: string): string;
  /// "15.00 uur" today, "do 15.00 uur" within days, "3 nov 15.00 uur": by when something is promised, or was.
  due(at: string, now: number): string;
  /// "15.00 uur": when something may be tried again.
  time(at: number): string;
  /// Heading over what is of one day: "Vandaag", "Maandag 16 november".
  day(at: string, now: number): string;
  /// "10.00–12.00", or with their days when it goes on for several: "do 4 dec, 22.00 – vr 5 dec, 02.00".
  clockSpan(begins: string, ends: string, now: number): string;
  /// The same, always with its day: "do 4 dec, 10.00–12.00".
  span(begins: string, ends: string, now: number): string;
  /// What a leaf of a calendar says: "do", "4", "dec".
  leaf(at: string): { weekday: string; day: string; month: string };
  /// The same string for every moment of one day.
  dayKey(at: string | number): string;
  /// "3 nov 2026"
  date(at: string): string;
  /// "vrijdag 25 december" of a day of the calendar, "2026-12-25": the same day in every zone.
  calendar(date: string): string;
  /// "vr 25 dec" of such a day, with its year when that is not this one.
  calendarShort(date: string, now: number): string;
  hour(now: number): number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/// So many names of days are kept, more or less.
const mostNamed = 20_000;

export function createMoments(text: Catalogue, timeZone: string | undefined): Moments {
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    later(() => new Intl.DateTimeFormat(text.locale, timeZone === undefined ? options : { ...options, timeZone }));
  const clock = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = inZone({ weekday: 'short' });
  const dayMonth = inZone({ day: 'numeric', month: 'short' });
  const dayMonthYear = inZone({ day: 'numeric', month: 'short', year: 'numeric' });
  const longDay = inZone({ weekday: 'long', day: 'numeric', month: 'long' });
  const longDayYear = inZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const calendarDay = later(() => new Intl.DateTimeFormat(text.locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }));
  const shortDay = later(() => new Intl.DateTimeFormat(text.locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }));
  const nearDay = inZone({ weekday: 'short', day: 'numeric', month: 'short' });
  const dayAlone = inZone({ day: 'numeric' });
  const monthAlone = inZone({ month: 'short' });
  const year = inZone({ year: 'numeric' });
  const hours = inZone({ hour: '2-digit', hourCycle: 'h23' });
  const ago = later(() => new Intl.RelativeTimeFormat(text.locale, { style: 'short', numeric: 'always' }));

  const sameYear = (at: number, now: number) => year().format(at) === year().format(now);
  const dayKey = (at: string | number) => dayMonthYear().format(new Date(at));
  // A long feed asks the same of thousands of moments, again and again.
  const named = new Map<string, string>();
  let namedAt = 0;
  const renewNames = (now: number) => {
    if (now !== namedAt && (dayKey(now) !== dayKey(namedAt) || named.size > mostNamed)) named.clear();
    namedAt = now;
  };
  const time = (at: number) => text.moments.time(clock().format(at));
  const clockOf = (at: string) => text.moments.clock(clock().format(Date.parse(at)));
  const hourOf = (at: number) => Number(hours().format(at));
  // Well into that day, also where the clock goes forward or back that night.
  const inTomorrow = (now: number) => now + (34 - hourOf(now)) * hour;
  const nearDayOf = (at: string, now: number) => {
    const name = nearDay().format(Date.parse(at)).replaceAll(/[.,]/g, '');
    return sameYear(Date.parse(at), now) ? name : `${name} ${year().format(Date.parse(at))}`;
  };
  // What ends at midnight is of the day before.
  const isOneDay = (begins: string, ends: string) => dayKey(begins) === dayKey(Date.parse(ends) - 1);
  const hoursBetween = (begins: string, ends: string) => `${clockOf(begins)}–${clockOf(ends)}`;
  const days = (begins: string, ends: string, now: number) =>
    `${nearDayOf(begins, now)}, ${clockOf(begins)} – ${nearDayOf(ends, now)}, ${clockOf(ends)}`;

  const nameOfDay = (at: string, now: number): string => {
    if (dayKey(at) === dayKey(now)) return text.moments.today;
    if (dayKey(at) === dayKey(inTomorrow(now))) return text.moments.tomorrow;
    if (dayKey(at) === dayKey(now - day)) return text.moments.yesterday;
    const name = (sameYear(Date.parse(at), now) ? longDay : longDayYear)().format(new Date(at));
    return name.charAt(0).toLocaleUpperCase(text.locale) + name.slice(1);
  };

  return {
    short: (at, now) => {
      const moment = Date.parse(at);
      const age = now - moment;
      if (age < minute) return text.moments.now;
      if (age < hour) return ago().format(-Math.floor(age / minute), 'minute');
      if (dayKey(at) === dayKey(now)) return time(moment);
      if (age < 6 * day) return text.moments.dayAndTime(weekday().format(moment), time(moment));
      return (sameYear(moment, now) ? dayMonth : dayMonthYear)().format(moment).replace('.', '');
    },
    due: (at, now) => {
      const moment = Date.parse(at);
      if (dayKey(at) === dayKey(now)) return time(moment);
      const isNear = Math.abs(moment - now) < 6 * day;
      const name = (isNear ? weekday : sameYear(moment, now) ? dayMonth : dayMonthYear)().format(moment).replace('.', '');
      return text.moments.dayAndTime(name, time(moment));
    },
    exact: (at) => text.moments.dayAndTime(longDayYear().format(new Date(at)), time(Date.parse(at))),
    time,
    day: (at, now) => {
      renewNames(now);
      const name = named.get(at) ?? nameOfDay(at, now);
      named.set(at, name);
      return name;
    },
    clockSpan: (begins, ends, now) => (isOneDay(begins, ends) ? hoursBetween(begins, ends) : days(begins, ends, now)),
    span: (begins, ends, now) =>
      isOneDay(begins, ends) ? `${nearDayOf(begins, now)}, ${hoursBetween(begins, ends)}` : days(begins, ends, now),
    leaf: (at) => ({
      weekday: weekday().format(Date.parse(at)).replace('.', ''),
      day: dayAlone().format(Date.parse(at)),
      month: monthAlone().format(Date.parse(at)).replace('.', ''),
    }),
    dayKey,
    date: (at) => dayMonthYear().format(new Date(at)),
    calendar: (date) => calendarDay().format(Date.parse(`${date}T00:00:00Z`)),
    calendarShort: (date, now) => {
      const name = shortDay().format(Date.parse(`${date}T00:00:00Z`)).replaceAll(/[.,]/g, '');
      return date.slice(0, 4) === year().format(now) ? name : `${name} ${date.slice(0, 4)}`;
    },
    hour: hourOf,
  };
}

/// A format takes the browser a while to make: when it is first needed, and once.
function later<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => (made ??= make());
}
