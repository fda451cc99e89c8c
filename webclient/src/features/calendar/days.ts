import type { Moments } from '../../i18n/moments.ts';
import type { CalendarEvent, PostView } from '../../protocol/generated.ts';
import { isOver } from './standing.ts';

/// What is to come, by day. Pure.

/// A post with what it calls people together for.
export interface Upcoming {
  view: PostView;
  event: CalendarEvent;
}

export interface Day {
  /// "Vandaag"
  name: string;
  items: Upcoming[];
}

/// The first to begin first. What is going on is of today, whenever it began; what has ended is gone, also before the list is
/// read again.
export function daysOf(items: readonly PostView[], moments: Moments, now: number): Day[] {
  const coming = items
    .flatMap((view) => (view.event && !isOver(view.event, now) ? [{ view, event: view.event }] : []))
    .toSorted((one, other) => Date.parse(one.event.begins) - Date.parse(other.event.begins));
  const days: Day[] = [];
  for (const each of coming) {
    const name = moments.day(new Date(Math.max(now, Date.parse(each.event.begins))).toISOString(), now);
    const last = days.at(-1);
    if (last?.name === name) last.items.push(each);
    else days.push({ name, items: [each] });
  }
  return days;
}
