import { useNow } from '../i18n/clock.ts';
import { useMoments } from '../i18n/useMoments.ts';

/// A moment, short; exact on hover.
export function Time({ at, className }: { at: string; className?: string | undefined }) {
  const now = useNow();
  const moments = useMoments();
  return (
    <time dateTime={at} title={moments.exact(at)} className={className}>
      {moments.short(at, now)}
    </time>
  );
}
