import { useEffectEvent, useLayoutEffect } from 'react';
import { Store, useStore } from './store.ts';

/// What the page in view can do for a key or a button elsewhere: the last one to offer a command gets it.
type Command = 'compose' | 'next' | 'previous' | 'nextUnread' | 'like' | 'reply' | 'keep' | 'unread';
/// False when there was nothing to do.
type Run = () => boolean | undefined;

let awaited: { command: Command; isThere: boolean } | undefined;

const offers = new Store<readonly { command: Command; run: Run }[]>([]);

export function useCommand(command: Command, run: Run): void {
  const latest = useEffectEvent(run);
  // With the drawing itself: whoever sees the page can use the key.
  useLayoutEffect(() => {
    const offer = {
      command,
      run: () => latest(),
    };
    offers.update((all) => [...all, offer]);
    if (awaited?.command === command) {
      awaited = undefined;
      offer.run();
    }
    return () => {
      offers.update((all) => all.filter((each) => each !== offer));
    };
  }, [command]);
}

export const useCanRun = (command: Command): boolean =>
  useStore(offers, (all) => all.some((offer) => offer.command === command));

/// On the way to a page: what that page does as soon as it stands there.
export function runOnArrival(command: Command): void {
  awaited = { command, isThere: false };
}

/// Another page: what was awaited of the one before and never came there is not for this one.
export function arrive(): void {
  awaited = awaited?.isThere === false ? { ...awaited, isThere: true } : undefined;
}

/// For a page that is still being fetched: what it will offer is run as soon as it stands there.
export function useCommandSoon(command: Command): void {
  useCommand(command, () => {
    runOnArrival(command);
    return true;
  });
}

/// False when nothing in view offers it, or there was nothing to do.
export function runCommand(command: Command): boolean {
  const offer = offers.get().findLast((each) => each.command === command);
  return offer !== undefined && offer.run() !== false;
}
