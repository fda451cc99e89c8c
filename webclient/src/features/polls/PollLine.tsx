import { useHasCome } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import type { Poll } from '../../protocol/generated.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import { Closes } from './Closes.tsx';
import { PollType } from './PollType.tsx';

/// A poll on its card: until when one votes, and whether that is anonymous.
export function PollLine({ poll }: { poll: Poll }) {
  const text = useText();
  const hasEnded = useHasCome(poll.closes_at);
  return (
    <PostAbout>
      <PollType />
      {hasEnded && poll.closed_at === undefined ? <span>{text.polls.closed}</span> : <Closes poll={poll} />}
      {poll.anonymous && <span>{text.polls.anonymous}</span>}
    </PostAbout>
  );
}
