import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import type { PostId, ScheduledPostList } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';

/// Own posts that wait for their time, the next one first. `scheduled.changed` says when to read them again.
export const scheduledQuery = queryOptions({
  queryKey: ['scheduled'],
  queryFn: async () => {
    const list = await readLive(() => api.listScheduledPosts({}), unchanged);
    learnPeople(list.people);
    return list;
  },
});

const unchanged = (list: ScheduledPostList) => list;

/// What became of them stands there when this is done.
export const readScheduledAfresh = (): Promise<void> => queries.invalidateQueries({ queryKey: scheduledQuery.queryKey });

/// Whether it still waits, as far as this page knows.
export const isScheduled = (id: PostId): boolean =>
  queries.getQueryData(scheduledQuery.queryKey)?.items.some(({ post }) => post.id === id) ?? false;

/// Here or on another device, or the time of one has come: it tells only whose.
export function applyScheduledEvent(): void {
  void readScheduledAfresh();
}
