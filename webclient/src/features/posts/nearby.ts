import { type CSSProperties, type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { PostId } from '../../protocol/generated.ts';
import { keepHeight, keptHeight } from './heights.ts';

/// Of a feed that somebody has read far down, only the posts around the window are drawn whole. The others keep their
/// article, its place, its height and its words: a feed of thousands draws as much as one of thirty, while the keyboard,
/// a screen reader and the browser's own search find all that is loaded.

/// So much above and below the window is drawn: three screens, more than one scrolls in a moment.
const margin = 3_000;

/// Drawn before anybody knows where the window is.
const atFirst = 10;

type Look = (moment: IntersectionObserverEntry) => void;

/// One look at the window for all articles of a feed.
export class Nearby {
  private readonly looks = new WeakMap<Element, Look>();
  private readonly observer = new IntersectionObserver(
    (moments) => {
      for (const moment of moments) this.looks.get(moment.target)?.(moment);
    },
    { rootMargin: `${String(margin)}px 0px` },
  );

  watch(element: Element, look: Look): () => void {
    this.looks.set(element, look);
    this.observer.observe(element);
    return () => {
      this.observer.unobserve(element);
    };
  }
}

/// Whether a post is to be drawn whole, and the room that its article takes. What somebody pressed or wrote in stays as they
/// left it, wherever they go.
export function useNear(article: RefObject<HTMLElement | null>, nearby: Nearby, post: PostId, position: number): { isNear: boolean; style: CSSProperties } {
  const [isNear, setNear] = useState(position <= atFirst);
  const [kept, setKept] = useState(() => keptHeight(post));
  // It changes once for a window that gets another width, not at each step on the way.
  const height = useSyncExternalStore(onResize, () => (kept?.width === innerWidth ? kept.height : undefined));
  const isDrawn = useRef(isNear);
  useEffect(() => {
    isDrawn.current = isNear;
  }, [isNear]);

  useEffect(() => {
    const element = article.current;
    if (!element) return;
    let isTouched = false;
    const touch = ({ target }: Event) => {
      if (target !== element) isTouched = true;
    };
    const unwatch = nearby.watch(element, ({ isIntersecting, boundingClientRect }) => {
      if (isIntersecting || isTouched) {
        // Piece by piece: whoever scrolls on is answered in between.
        startTransition(() => { setNear(true); });
        return;
      }
      if (isDrawn.current) {
        keepHeight(post, boundingClientRect.height);
        setKept(keptHeight(post));
      }
      setNear(false);
    });
    element.addEventListener('click', touch);
    element.addEventListener('focusin', touch);
    return () => {
      unwatch();
      element.removeEventListener('click', touch);
      element.removeEventListener('focusin', touch);
    };
  }, [article, nearby, post]);

  if (height === undefined) return { isNear, style: {} };
  // Drawn, it is as high as it is; until the browser lays it out, as high as it was.
  return { isNear, style: isNear ? { containIntrinsicHeight: `auto ${String(height)}px` } : { height } };
}

function onResize(change: () => void): () => void {
  window.addEventListener('resize', change);
  return () => {
    window.removeEventListener('resize', change);
  };
}

/// Whoever leaves a feed and comes back finds the place again: how high the posts are is kept when it goes.
export function useHeightsKept(feed: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const list = feed.current;
    return () => {
      for (const article of list?.querySelectorAll<HTMLElement>('article:not([data-far])') ?? []) {
        keepHeight(Number(article.dataset.post), article.getBoundingClientRect().height);
      }
    };
  }, [feed]);
}
