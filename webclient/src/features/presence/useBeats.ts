import { useEffect } from 'react';
import { liveStatus } from '../../live/live.ts';

/// Who is there comes after the page; without a connection its code comes with the next one.
export function useBeats(session: number): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isLeft = false;
    const begin = () => {
      if (stop !== undefined || liveStatus.get() !== 'live') return;
      import('./beats.ts').then(
        ({ startBeats }) => {
          if (!isLeft) stop ??= startBeats(session);
        },
        () => undefined,
      );
    };
    begin();
    const stopWatching = liveStatus.subscribe(begin);
    return () => {
      isLeft = true;
      stopWatching();
      stop?.();
    };
  }, [session]);
}
