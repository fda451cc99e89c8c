import { useSyncExternalStore } from 'react';

/// Whether somebody can look at this page: not in a tab behind others.
export const useIsPageVisible = (): boolean => useSyncExternalStore(subscribe, isVisible);

const isVisible = () => document.visibilityState === 'visible';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
  };
}
