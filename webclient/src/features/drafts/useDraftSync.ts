import { useEffect } from 'react';

/// What one writes goes along to one's other devices. Its code comes after the page.
export function useDraftSync(): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isLeft = false;
    import('./sync.ts').then(
      ({ startSync }) => {
        if (!isLeft) stop = startSync();
      },
      // Without it what one writes stays on this device; the next page that comes fetches it.
      () => undefined,
    );
    return () => {
      isLeft = true;
      stop?.();
    };
  }, []);
}
