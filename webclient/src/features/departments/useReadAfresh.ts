import { useEffect } from 'react';
import { hasCode } from '../../protocol/errors.ts';
import { queries } from '../../state/queries.ts';

/// Once something was refused as older than what is there: what is there now is read, and the form shows that it changed.
export function useReadAfresh(queryKey: readonly string[], error: unknown): void {
  const [name] = queryKey;
  useEffect(() => {
    if (hasCode(error, 'stale_version')) void queries.invalidateQueries({ queryKey: [name] });
  }, [name, error]);
}
