import { useText } from '../../i18n/text.tsx';
import type { HeldPost, OwnHeldPost } from '../../protocol/generated.ts';
import { PollTerms } from '../polls/PollTerms.tsx';

const hour = 3_600_000;

/// What a poll that waits offers. It waits at nobody's cost: once approved it is open as long as its author meant when it
/// was sent in.
export function HeldPoll({ held: { poll, since } }: { held: HeldPost | OwnHeldPost }) {
  const { polls } = useText();
  if (!poll) return null;
  const hours = Math.max(1, Math.round((Date.parse(poll.closes_at) - Date.parse(since)) / hour));
  return (
    <PollTerms poll={poll}>
      <span>{polls.openFor(hours < 48 ? polls.hours(hours) : polls.days(Math.round(hours / 24)))}</span>
    </PollTerms>
  );
}
