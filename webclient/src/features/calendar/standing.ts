import type { Attendance, CalendarEvent } from '../../protocol/generated.ts';

/// How an event stands. Pure.

export const isOver = ({ ends }: CalendarEvent, now: number): boolean => Date.parse(ends) <= now;

/// How many can still say that they come; nothing where everyone can.
export const placesLeft = ({ places, coming }: CalendarEvent): number | undefined =>
  places === undefined ? undefined : Math.max(0, places - coming);

/// Comes, or may come.
export const isGoing = (said: Attendance | undefined): boolean => said === 'yes' || said === 'maybe';
