import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';

/// By when a department promised to answer, or that the moment has gone by. On the organisation's clock; exact on hover.
export function Promised({ before }: { before: string }) {
  const text = useText();
  const moments = useMoments();
  const now = useNow();
  const moment = moments.due(before, now);
  return (
    <time dateTime={before} title={moments.exact(before)}>
      {Date.parse(before) > now ? text.questions.before(moment) : text.questions.late(moment)}
    </time>
  );
}
