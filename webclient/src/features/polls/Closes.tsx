import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { NewPoll, Poll } from '../../protocol/generated.ts';

/// When nobody votes any more, or since when. On the organisation's clock; exact on hover.
export function Closes({ poll }: { poll: Poll | NewPoll }) {
  const text = useText();
  const moments = useMoments();
  const now = useNow();
  const closedAt = 'closed_at' in poll ? poll.closed_at : undefined;
  const at = closedAt ?? poll.closes_at;
  const moment = moments.due(at, now);
  const isToday = moments.dayKey(at) === moments.dayKey(now);
  return (
    <time dateTime={at} title={moments.exact(at)}>
      {closedAt === undefined ? text.polls.closes(moment, isToday) : text.polls.closedSince(moment)}
    </time>
  );
}
