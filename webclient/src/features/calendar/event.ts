import type { Attendance, CalendarEvent, LiveEvent, PostView } from '../../protocol/generated.ts';

/// Something people come together for, as a value: what becomes of the post that calls them, for this viewer. Pure.

/// What the live channel tells of it.
export type CalendarTold = Extract<LiveEvent, { type: 'event.changed' | 'attendance.set' }>;

export const eventAfter = (view: PostView, told: CalendarTold): PostView =>
  told.type === 'attendance.set' ? withAttendance(view, told.data.attendance) : withEvent(view, told.data.event);

/// From an answer or the live channel. An older version is ignored.
export const withEvent = (view: PostView, told: CalendarEvent): PostView =>
  told.version > (view.event?.version ?? 0) ? { ...view, event: told } : view;

/// What one said; without it one took it back.
export function withAttendance(view: PostView, said: Attendance | undefined): PostView {
  if (view.mine.attendance === said) return view;
  const mine = { ...view.mine };
  if (said === undefined) delete mine.attendance;
  else mine.attendance = said;
  return { ...view, mine };
}

/// The event of a post that was read again, with the own answer that belongs to it; what came later is not undone.
export function reread(held: PostView, read: PostView): PostView {
  if (!held.event || (read.event && read.event.version >= held.event.version)) return read;
  return withAttendance({ ...read, event: held.event }, held.mine.attendance);
}
