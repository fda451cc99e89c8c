import type { NotificationKind } from '../../protocol/generated.ts';
import type { Line } from '../notifications/lines.ts';
import { useNotifications } from '../notifications/useNotifications.ts';

/// What others said to this person, or wait for. News that asks something of them stands on Home by itself.
const kinds: ReadonlySet<NotificationKind> = new Set<NotificationKind>(['mention', 'praise', 'reply', 'answered', 'routed', 'overdue']);

export const isForYou = ({ notification: { kind, post, read } }: Line): boolean => !read && post !== undefined && kinds.has(kind);

/// Newest first. `isComing` until they are known, or it is known that they are not.
export function useForYou(): { lines: Line[]; all: Line[]; isComing: boolean } {
  const { lines: all, error } = useNotifications();
  return { lines: all?.filter(isForYou) ?? [], all: all ?? [], isComing: !all && !error };
}
