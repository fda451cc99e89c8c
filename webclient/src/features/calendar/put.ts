import type { Attendance, CalendarEvent, PostId } from '../../protocol/generated.ts';
import { inLists } from '../posts/lists.ts';
import { changeView } from '../posts/queries.ts';
import { withAttendance, withEvent } from './event.ts';

/// What an own act made of an event. What the live channel tells then finds it there.
export function putEvent(post: PostId, event: CalendarEvent): void {
  changeView(post, (view) => withEvent(view, event));
  inLists((lists) => lists.put(post, { event }));
}

/// The same, when one said whether one comes, or took it back.
export function putAttendance(post: PostId, event: CalendarEvent, said: Attendance | undefined): void {
  changeView(post, (view) => withAttendance(withEvent(view, event), said));
  inLists((lists) => lists.put(post, { event, mine: said === undefined ? {} : { attendance: said } }));
}
