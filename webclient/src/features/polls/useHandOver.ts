import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';

/// Whoever has the focus in a part that goes away is handed on, so as not to begin at the top of the page again.
export function useHandOver(part: RefObject<HTMLElement | null>, handOn: () => void): void {
  const hand = useEffectEvent(handOn);
  useLayoutEffect(() => {
    const going = part.current;
    return () => {
      if (going?.contains(document.activeElement)) hand();
    };
  }, [part]);
}
