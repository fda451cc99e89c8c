import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CommentId } from '../../protocol/generated.ts';
import type { Thread } from './useThread.ts';

/// How long the comment that a link pointed at stays marked.
const moment = 4_000;
/// So many pages are fetched in search of it.
const mostPages = 20;

interface Target {
  marked: CommentId | undefined;
  /// The link leads to one that is not in the thread, or too far back.
  isMissing: boolean;
  /// Goes to a comment that is shown; false when it is not.
  goTo: (id: CommentId) => boolean;
}

/// Goes to the comment that the address names as soon as it is here, and to others on demand.
export function useTarget(place: RefObject<HTMLElement | null>, thread: Thread, target: CommentId | undefined): Target {
  const [marked, setMarked] = useState<CommentId>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const goTo = useCallback(
    (id: CommentId) => {
      const element = place.current?.querySelector<HTMLElement>(`[data-comment="${String(id)}"]`);
      if (!element) return false;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'center' });
      setMarked(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setMarked(undefined);
      }, moment);
      return true;
    },
    [place],
  );
  useEffect(() => () => {
    clearTimeout(timer.current);
  }, []);

  const { comments, pages, earlier, isLoading, error } = thread;
  const isThere = target !== undefined && comments.some(({ comment }) => comment.id === target);
  const isSearching = target !== undefined && !isThere && earlier > 0 && pages.length < mostPages && !error;
  const load = useEffectEvent(() => {
    thread.loadEarlier();
  });
  useEffect(() => {
    if (isSearching && !isLoading) load();
  }, [isSearching, isLoading, pages]);

  const arrived = useRef<CommentId>(undefined);
  useEffect(() => {
    // What is still coming stands above it.
    if (!isThere || isLoading || arrived.current === target) return undefined;
    // After the page itself, which gives a new address the focus.
    const soon = setTimeout(() => {
      arrived.current = target;
      goTo(target);
    });
    return () => {
      clearTimeout(soon);
    };
  }, [isThere, isLoading, target, goTo]);

  return { marked, isMissing: target !== undefined && !isThere && !isSearching && !isLoading && !error, goTo };
}
