import { queryOptions } from '@tanstack/react-query';
import { Batches } from '../../live/batches.ts';
import { readLive } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import type { NotificationList } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { whenLeaving } from '../accounts/session.ts';
import { learnPeople } from '../people/people.ts';
import type { Place } from '../posts/feed.ts';
import { withoutPlace } from './lines.ts';
import { forgetMarks, takenMarks } from './reading.ts';

/// What concerns this person, the newest first. No event carries a line of it: `notifications.changed` says when to read
/// it again.
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: async ({ signal }) => {
    const known = takenMarks();
    const list = await readLive(() => api.listNotifications({}), unchanged);
    learnPeople(list.people);
    // One that another took the place of is not shown.
    if (!signal.aborted) forgetMarks(known);
    return list;
  },
});

const unchanged = (list: NotificationList) => list;

/// However much happens, it is read once a second; what happens alone, at once.
const changes = new Batches<undefined>(() => void queries.invalidateQueries({ queryKey: notificationsQuery.queryKey }), 1_000);

whenLeaving(() => {
  changes.clear();
});

export function readNotificationsSoon(): void {
  changes.add(undefined);
}

/// What this person reads there no more leaves the device at once. Whoever may still read some of it finds it in the list
/// again.
export function forgetNotificationsOf(place: Place): void {
  queries.setQueryData(notificationsQuery.queryKey, (list) => list && withoutPlace(list, place));
  readNotificationsSoon();
}

/// As known at this moment.
export const heldNotifications = (): NotificationList['items'] => queries.getQueryData(notificationsQuery.queryKey)?.items ?? [];
