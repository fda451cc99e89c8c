import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from '../../state/store.ts';
import { groupsQuery } from '../groups/groups.ts';
import { type Line, linesIn, unreadIn } from './lines.ts';
import { notificationsQuery } from './notifications.ts';
import { marks } from './reading.ts';

interface Notifications {
  /// Undefined until the list and the groups are known.
  lines: Line[] | undefined;
  unread: number;
  /// Why they are not, when the server did not say.
  error: Error | null;
  retry: () => void;
}

/// The list as this person sees it: where they may read, and with what they have read here.
export function useNotifications(): Notifications {
  const list = useQuery(notificationsQuery);
  const groups = useQuery(groupsQuery);
  const read = useStore(marks);
  const lines = useMemo(
    () => list.data && groups.data && linesIn(list.data.items, groups.data.items, read),
    [list.data, groups.data, read],
  );
  return {
    lines,
    unread: list.data && lines ? unreadIn(list.data, lines, read) : 0,
    error: list.error ?? groups.error,
    retry: () => {
      for (const query of [list, groups]) if (query.isError) void query.refetch();
    },
  };
}
