import { wallAfter, wallAt } from '../../i18n/wall.ts';

/// The moments that people choose most, as walls of the organisation's clock. Pure.

const day = 24 * 3_600_000;
const monday = 1;

/// After lunch, while that is to come; and when work begins: tomorrow, and on Monday.
export function handyTimes(now: number, timeZone: string | undefined): string[] {
  const today = wallAt(now, timeZone);
  const inDays = (days: number) => wallAfter(`${today.slice(0, 10)}T08:00`, days * day);
  const weekday = new Date(`${today}Z`).getUTCDay();
  const toMonday = (monday + 7 - weekday) % 7 || 7;
  return [
    ...(today.slice(11) < '12:00' ? [`${today.slice(0, 10)}T13:00`] : []),
    inDays(1),
    ...(toMonday === 1 ? [] : [inDays(toMonday)]),
  ];
}
