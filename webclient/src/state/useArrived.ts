import { useDeferredValue } from 'react';

/// Whether something is there and it is its turn to be drawn. What is large and has just arrived is drawn for the first
/// time piece by piece, and the browser answers the reader in between; what changes in it later is drawn at once, and so is
/// what was there already when one comes.
export function useArrived(isThere: boolean): boolean {
  const isDue = useDeferredValue(isThere);
  return isThere && isDue;
}
