import { useEffect } from 'react';
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
