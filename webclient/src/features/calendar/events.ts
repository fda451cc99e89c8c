import { inLists } from '../posts/lists.ts';
import { applyToPosts } from '../posts/queries.ts';
import type { CalendarTold } from './event.ts';

export function applyCalendarEvent(told: CalendarTold): void {
  applyToPosts(told);
  inLists((lists) => lists.apply(told));
}
