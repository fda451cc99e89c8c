import { api } from '../../protocol/client.ts';
import type { ListEvents, LiveEvent, PostId, PostView } from '../../protocol/generated.ts';
import type { Made } from '../posts/lists.ts';
import { postList } from '../posts/postList.ts';
import { withAttendance, withEvent } from './event.ts';
import { isGoing, isOver } from './standing.ts';

/// The events that this person may read and that have not ended, the first to begin first: all, or those to which they come,
/// or may come.
export const upcomingQuery = postList<ListEvents>({
  key: ['upcoming'],
  read: (which) => api.listEvents(which),
  told,
  withMade: (view, { event, mine }) => {
    const changed = event ? withEvent(view, event) : view;
    return mine ? withAttendance(changed, mine.attendance) : changed;
  },
  belongs: ({ event, mine }, which) => {
    // That somebody comes is told apart from what it is that they come to.
    if (event === undefined) return which.mine && isGoing(mine?.attendance);
    return !isOver(event, Date.now()) && (!which.mine || isGoing(mine?.attendance));
  },
  isOrdered: (items) => items.every((view, at) => beginsAt(view) >= beginsAt(items[at - 1] ?? view)),
});

function told(event: LiveEvent): { post: PostId; made: Made } | undefined {
  switch (event.type) {
    case 'event.changed':
      return { post: event.data.post, made: { event: event.data.event } };
    case 'attendance.set':
      return { post: event.data.post, made: { mine: event.data } };
    default:
      return undefined;
  }
}

const beginsAt = ({ event }: PostView): number => Date.parse(event?.begins ?? '');
