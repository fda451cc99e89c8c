import type { moments as nl } from './nl-moments.ts';

/// The part of the catalogue about days and times.

export const moments: typeof nl = {
  now: 'just now',
  today: 'Today',
  tomorrow: 'Tomorrow',
  yesterday: 'Yesterday',
  clock: (clock) => clock,
  time: (clock) => clock,
  dayAndTime: (day, time) => `${day}, ${time}`,
  interval: (opens, closes) => `${opens}–${closes}`,
};
