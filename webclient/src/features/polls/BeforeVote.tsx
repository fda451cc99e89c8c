import { useText } from '../../i18n/text.tsx';
import type { Poll } from '../../protocol/generated.ts';

/// What a vote means, to whoever is about to give one: who sees it, and whether it can be changed.
export function BeforeVote({ poll }: { poll: Poll }) {
  const { polls } = useText();
  if (poll.anonymous) return <p>{polls.final}</p>;
  return (
    <>
      {poll.voters !== undefined && <p>{poll.voters === 0 ? polls.noVotes : polls.voters(poll.voters, poll.multiple)}</p>}
      <p>{polls.hidden}</p>
    </>
  );
}
