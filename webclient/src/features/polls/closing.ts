import { fullHourAfter, momentOn, wallAt } from '../../i18n/wall.ts';

/// When a poll closes, on the organisation's clock. Pure.

/// After so many days, or at a moment that one chooses.
export const closings = ['1', '3', '7', '14', 'own'] as const;
export type Closing = (typeof closings)[number];

export interface Closes {
  closing: Closing;
  /// The wall of `own`; empty while none is chosen.
  at: string;
}

const day = 24 * 3_600_000;

/// `limits::poll_days`, with a day to spare for clocks that differ.
const most = 365 * day;

/// A span ends on the hour, which one can say and remember: the first one after that many days.
export function closesAt({ closing, at }: Closes, now: number, timeZone: string | undefined): number | undefined {
  if (closing === 'own') return momentOn(at, timeZone);
  return momentOn(fullHourAfter(wallAt(now, timeZone), Number(closing) * day), timeZone);
}

export type ClosingFault = 'missing' | 'past' | 'far';

export function closingFault(closes: Closes, now: number, timeZone: string | undefined): ClosingFault | undefined {
  const moment = closesAt(closes, now, timeZone);
  if (moment === undefined) return 'missing';
  if (moment <= now) return 'past';
  return moment > now + most ? 'far' : undefined;
}
