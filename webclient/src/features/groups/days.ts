/// Days of the calendar, `2026-11-23`: they compare as text.

/// Today, where the organisation is.
export const today = (timeZone: string): string =>
  // Swedish writes its dates this way.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(Date.now());

/// Six months on; where that month is shorter, its last day.
export function halfAYearOn(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(date, last))).toISOString().slice(0, 10);
}

/// A moment within the day in every time zone near ours, for what writes moments.
export const momentOf = (day: string): string => `${day}T12:00:00.000Z`;
