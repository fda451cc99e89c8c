import { momentOn } from '../../i18n/wall.ts';
import type { Draft } from '../posts/drafts.ts';

/// When a post is published later, on the organisation's clock. Pure.

/// What a moment is measured by.
export interface Terms {
  now: number;
  timeZone: string | undefined;
  /// By when it has to be there: an event begins, a poll closes.
  before?: number | undefined;
}

const day = 24 * 3_600_000;

/// `limits::scheduled_days`, with a day to spare for clocks that differ.
const most = 365 * day;

export type WhenFault = 'missing' | 'past' | 'far' | 'late';

export function whenFault(wall: string, { now, timeZone, before }: Terms): WhenFault | undefined {
  const moment = momentOn(wall, timeZone);
  if (moment === undefined) return 'missing';
  if (moment <= now) return 'past';
  if (moment > now + most) return 'far';
  return before !== undefined && moment >= before ? 'late' : undefined;
}

/// What a draft asks of people ends then: it is of no use after that. A poll that is open for some days begins when it is published.
export function lastMomentFor({ event, poll }: Pick<Draft, 'event' | 'poll'>, timeZone: string | undefined): number | undefined {
  if (event) return momentOn(event.begins, timeZone);
  return poll?.closing === 'own' ? momentOn(poll.at, timeZone) : undefined;
}
