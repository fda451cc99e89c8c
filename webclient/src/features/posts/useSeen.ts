import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PersonId, PostId, PostView } from '../../protocol/generated.ts';
import type { Readings } from '../groups/readings.ts';
import { heldBack, markRead, marksFor, writeMarksNow } from './reading.ts';

/// A post counts as seen when most of it, or most of the window, has shown it for a moment.
const moment = 900;
const share = 0.6;

/// Marks as read what has been seen of a feed. Gives the observer with which its articles register.
export function useSeen(items: readonly PostView[], readings: Readings, me: PersonId) {
  const [seen] = useState(() => new Set<PostId>());
  const timers = useRef(new Map<Element, ReturnType<typeof setTimeout>>());
  const [observer, setObserver] = useState<IntersectionObserver>();

  const saw = useEffectEvent((post: PostId) => {
    if (document.visibilityState !== 'visible') return;
    seen.add(post);
    markRead(marksFor(items, readings, seen, me));
  });

  useEffect(() => {
    heldBack.set(new Set());
  }, []);

  // What was seen counts on when the post that was to be the mark has gone.
  const recount = useEffectEvent(() => { markRead(marksFor(items, readings, seen, me)); });
  useEffect(() => { recount(); }, [items]);

  useEffect(() => {
    const running = timers.current;
    const watching = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
          clearTimeout(running.get(target));
          const fills = intersectionRect.height > (rootBounds?.height ?? Infinity) / 2;
          const post = Number((target as HTMLElement).dataset.post);
          if (intersectionRatio >= share || fills) running.set(target, setTimeout(() => { saw(post); }, moment));
        }
      },
      { threshold: [0, 0.3, share, 0.9] },
    );
    setObserver(watching);
    return () => {
      watching.disconnect();
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, []);

  useEffect(() => {
    const putAway = () => {
      if (document.visibilityState === 'hidden') writeMarksNow();
    };
    document.addEventListener('visibilitychange', putAway);
    return () => {
      document.removeEventListener('visibilitychange', putAway);
      writeMarksNow();
    };
  }, []);

  return observer;
}
