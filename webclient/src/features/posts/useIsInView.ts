import { type RefCallback, useCallback, useState } from 'react';

/// Whether an element is in the window, or so near to it; `untilKnown` before it has been looked at.
export function useIsInView(untilKnown: boolean, margin = '0px'): [RefCallback<Element>, boolean] {
  const [isInView, setInView] = useState(untilKnown);
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined;
    // It may tell of several moments at once, when the page was busy; the last one holds.
    const observer = new IntersectionObserver((moments) => {
      setInView(moments.at(-1)?.isIntersecting ?? true);
    }, { rootMargin: margin });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [margin]);
  return [ref, isInView];
}
