import { useEffect } from 'react';
import { liveStatus } from '../../live/live.ts';
import './leaving.ts';

/// What one writes goes along to one's other devices. Its code comes after the page; without a connection, with the next one.
export function useDraftSync(): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isLeft = false;
    const begin = () => {
      import('./sync.ts').then(
        ({ startSync }) => {
          if (!isLeft) stop ??= startSync();
        },
        () => undefined,
      );
    };
    begin();
    const stopWatching = liveStatus.subscribe(() => {
      if (stop === undefined && liveStatus.get() === 'live') begin();
    });
    return () => {
      isLeft = true;
      stopWatching();
      stop?.();
    };
  }, []);
}
