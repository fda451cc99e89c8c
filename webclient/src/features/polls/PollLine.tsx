import { useHasCome } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import type { Poll } from '../../protocol/generated.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { Closes } from './Closes.tsx';

/// A poll on its card: until when one votes, and whether that is anonymous.
export function PollLine({ poll }: { poll: Poll }) {
  const text = useText();
  const hasEnded = useHasCome(poll.closes_at);
  return (
    <PostAbout>
      <KindMark kind="poll" />
      {hasEnded && poll.closed_at === undefined ? <span>{text.polls.closed}</span> : <Closes poll={poll} />}
      {poll.anonymous && <span>{text.polls.anonymous}</span>}
    </PostAbout>
  );
}
