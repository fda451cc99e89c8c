import { useSyncExternalStore } from 'react';

/// Whether a media query holds, as the window is now. What a style sheet would hide for good on this device need not be
/// drawn, and nothing need be asked of the server for it.
export function useMedia(query: string): boolean {
  const list = listOf(query);
  return useSyncExternalStore(list.subscribe, list.matches);
}

interface List {
  subscribe: (listener: () => void) => () => void;
  matches: () => boolean;
}

const lists = new Map<string, List>();

function listOf(query: string): List {
  const known = lists.get(query);
  if (known) return known;
  const list = window.matchMedia(query);
  const made: List = {
    subscribe: (listener) => {
      list.addEventListener('change', listener);
      return () => {
        list.removeEventListener('change', listener);
      };
    },
    matches: () => list.matches,
  };
  lists.set(query, made);
  return made;
}
