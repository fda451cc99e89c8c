import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { Store, useStore } from '../state/store.ts';

/// One clock for all relative times on the page; it ticks only while someone looks.
const clock = new Store(Date.now());
const tick = 30_000;
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

export function useNow(): number {
  useEffect(() => {
    watchers += 1;
    timer ??= setInterval(() => {
      clock.set(Date.now());
    }, tick);
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return useStore(clock);
}

/// What a timer of the browser takes.
const longestWait = 2 ** 31 - 1;

/// Whether a moment has come: what waits for it is drawn when it comes, not at the clock's next tick.
export function useHasCome(at: string): boolean {
  const moment = Date.parse(at);
  const subscribe = useCallback(
    (tell: () => void) => {
      let waiting: ReturnType<typeof setTimeout>;
      const wait = () => {
        const left = moment - Date.now();
        if (left <= 0) tell();
        else waiting = setTimeout(wait, Math.min(left, longestWait));
      };
      wait();
      return () => {
        clearTimeout(waiting);
      };
    },
    [moment],
  );
  return useSyncExternalStore(subscribe, () => moment <= Date.now());
}
