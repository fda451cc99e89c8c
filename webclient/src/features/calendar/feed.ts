import { queryOptions } from '@tanstack/react-query';
import { api, filledIn } from '../../protocol/client.ts';
import { files } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';

/// Since when calendars read this person's events. Another device may make or end the address, so it is asked each time.
export const calendarFeedQuery = queryOptions({
  queryKey: ['calendar feed'],
  queryFn: () => api.getCalendarFeed({}),
  staleTime: 0,
  gcTime: 0,
});

/// The address, which the server itself could not read again; the one before it leads nowhere any more.
export async function makeFeed(): Promise<string> {
  const { token } = await changing(api.makeCalendarFeed({}));
  queries.setQueryData(calendarFeedQuery.queryKey, { since: new Date().toISOString() });
  return `${location.origin}${filledIn(files.readCalendarFeed, { token })}`;
}

export async function endFeed(): Promise<void> {
  await changing(api.endCalendarFeed({}));
  queries.setQueryData(calendarFeedQuery.queryKey, {});
}

/// Without an answer it may be done after all: then it is asked how it stands.
async function changing<Result>(act: Promise<Result>): Promise<Result> {
  try {
    return await act;
  } catch (error) {
    void queries.invalidateQueries({ queryKey: calendarFeedQuery.queryKey });
    throw error;
  }
}
