import { queryOptions, useQuery } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { Holiday, HolidayList, Holidays, LiveEvent } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';

/// The organisation's holidays. Not for guests.
export const holidaysQuery = queryOptions({
  queryKey: ['holidays'],
  queryFn: () => readLive(() => api.listHolidays({}), holidaysAfter),
});

export function holidaysAfter(list: HolidayList, event: LiveEvent): HolidayList {
  return event.type === 'holidays.changed'
    ? after(list, event, (before) => withHolidays(before, event.data.holidays))
    : list;
}

const withHolidays = (list: HolidayList, holidays: Holidays): HolidayList =>
  holidays.version > list.holidays.version ? { ...list, holidays } : list;

export function applyToHolidays(change: (list: HolidayList) => HolidayList): void {
  queries.setQueryData(holidaysQuery.queryKey, (list) => (list ? change(list) : list));
}

const none: Holiday[] = [];
export const useHolidays = (): Holiday[] => useQuery(holidaysQuery).data?.holidays.items ?? none;

/// The live channel may be behind.
export function readHolidaysAfresh(): void {
  void queries.invalidateQueries({ queryKey: holidaysQuery.queryKey });
}

export async function setHolidays(version: number, items: Holiday[]): Promise<void> {
  const changed = await api.setHolidays({ version, items });
  applyToHolidays((list) => withHolidays(list, changed));
}
