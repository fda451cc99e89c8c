import { useEffect, useState } from 'react';
import { useNow } from '../../i18n/clock.ts';
import type { GroupView } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { useIsPageVisible } from '../../state/useIsPageVisible.ts';
import { currentMe, whenLeaving } from '../accounts/session.ts';
import { unreadIn } from '../groups/groups.ts';

/// A way back for whoever was away: what was for them, what others talked about, and the rest at one press.

const minute = 60_000;
const long = 5 * 24 * 60 * minute;
const much = 60;

export interface Absence {
  groups: readonly GroupView[];
  /// When they were on Home last, in this browser, and when they wanted no way back.
  seenAt: number | undefined;
  closedAt: number | undefined;
  now: number;
}

/// Whoever never read anything is new, and does not come back.
export function comesBack({ groups, seenAt, closedAt, now }: Absence): boolean {
  const unread = unreadAll(groups);
  const isNew = groups.every(({ tabs }) => tabs.every(({ reading }) => reading.read_until === undefined));
  const wasAway = seenAt !== undefined && now - seenAt > long;
  const wasClosed = closedAt !== undefined && now - closedAt <= long;
  return !isNew && !wasClosed && unread > 0 && (wasAway || unread > much);
}

const unreadAll = (groups: readonly GroupView[]): number => groups.reduce((sum, view) => sum + unreadIn(view), 0);

// By person first, as drafts: it leaves with whoever signs out.
const nameOf = (what: 'seen' | 'back-closed') => `${String(currentMe()?.person.id)}.home-${what}`;
const isNumber = (value: unknown): value is number => typeof value === 'number';

/// For as long as the page is open: a post that one reads on the way leads back to it.
let isOnTheWay = false;
whenLeaving(() => {
  isOnTheWay = false;
});

/// Whether Home shows the way back, and how to do without it. Decided when one comes, not while one reads: what is seen is
/// read, and the page does not fold under its reader.
export function useWayBack(groups: readonly GroupView[] | undefined) {
  const [wasBack] = useState(() => isOnTheWay);
  const now = useNow();
  const isVisible = useIsPageVisible();
  const [before] = useState(() => ({ seenAt: kept(nameOf('seen'), isNumber), closedAt: kept(nameOf('back-closed'), isNumber) }));
  const [isBack, setBack] = useState<boolean>();
  if (groups && isBack === undefined) setBack((wasBack && unreadAll(groups) > 0) || comesBack({ groups, ...before, now }));
  useEffect(() => {
    if (isBack !== undefined) isOnTheWay = isBack;
  }, [isBack]);
  useEffect(() => {
    if (isVisible && now - (kept(nameOf('seen'), isNumber) ?? 0) > minute) keep(nameOf('seen'), now);
  }, [isVisible, now]);
  const end = () => setBack(false);
  const close = () => {
    keep(nameOf('back-closed'), Date.now());
    end();
  };
  return { isBack: isBack === true, end, close };
}
