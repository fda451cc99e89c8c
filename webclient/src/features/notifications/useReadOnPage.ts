import { useEffect, useRef } from 'react';
import type { PostId } from '../../protocol/generated.ts';
import { useIsPageVisible } from '../../state/useIsPageVisible.ts';
import { newestUnread } from './lines.ts';
import { readAbout } from './reading.ts';
import { useNotifications } from './useNotifications.ts';

/// On a post's own page all that the list has about it is read, also what comes while one is there. What the server does
/// not take is not tried again until something more comes.
export function useReadOnPage(post: PostId): void {
  const { lines } = useNotifications();
  const isVisible = useIsPageVisible();
  const newest = lines && newestUnread(lines, { post });
  const tried = useRef<string>(undefined);
  useEffect(() => {
    if (!newest || !isVisible || tried.current === newest.at) return;
    tried.current = newest.at;
    void readAbout(lines, { post });
  }, [newest, isVisible, lines, post]);
}
