import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Poll, PostView } from '../../protocol/generated.ts';
import styles from './OutcomeFooter.module.css';
import { hasVoted, isClosed, isTold } from './poll.ts';
import { useHandOver } from './useHandOver.ts';

const Voters = lazy(async () => ({ default: (await import('./VotersDialog.tsx')).VotersDialog }));

interface Props {
  view: PostView;
  poll: Poll;
  /// Nobody votes any more, whether or not the outcome is here.
  hasEnded: boolean;
  mayChange: boolean;
  isUnderway: boolean;
  /// The buttons go, and whoever stands on them goes on.
  onGoing: () => void;
  onChange: () => void;
  onTakeBack: () => void;
}

/// How many voted, what is still to come, and what one can do.
export function OutcomeFooter({ view, poll, hasEnded, mayChange, isUnderway, onGoing, onChange, onTakeBack }: Props) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const isSeen = isTold(poll) && !poll.anonymous && (poll.voters ?? 0) > 0;
  return (
    <footer className={styles.footer}>
      <Standing view={view} poll={poll} hasEnded={hasEnded} />
      <div className={styles.buttons}>
        {isSeen && (
          <Button
            look="quiet"
            aria-haspopup="dialog"
            onClick={() => {
              setOpen(true);
            }}
          >
            {text.polls.whoChose}
          </Button>
        )}
        {mayChange && hasVoted(view) && <OwnVote isUnderway={isUnderway} onGoing={onGoing} onChange={onChange} onTakeBack={onTakeBack} />}
      </div>
      {isOpen && (
        <Suspense>
          <Voters
            post={view.post.id}
            poll={poll}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </footer>
  );
}

function OwnVote({ isUnderway, onGoing, onChange, onTakeBack }: Pick<Props, 'isUnderway' | 'onGoing' | 'onChange' | 'onTakeBack'>) {
  const { polls } = useText();
  const part = useRef<HTMLSpanElement>(null);
  useHandOver(part, onGoing);
  return (
    <span ref={part} className={styles.own}>
      <Button look="quiet" aria-disabled={isUnderway} onClick={onChange}>
        {polls.change}
      </Button>
      <Button look="quiet" aria-disabled={isUnderway} onClick={onTakeBack}>
        {polls.takeBack}
      </Button>
    </span>
  );
}

/// In words, and never what this viewer may not know.
function Standing({ view, poll, hasEnded }: Pick<Props, 'view' | 'poll' | 'hasEnded'>) {
  const { polls } = useText();
  const { voters } = poll;
  const isOver = isClosed(poll);
  const few = isOver && !isTold(poll) && voters !== undefined && voters > 0;
  const none = isOver ? polls.nobodyVoted : polls.noVotes;
  return (
    <div className={styles.standing}>
      {few && <p>{polls.tooFew(voters)}</p>}
      {!few && voters !== undefined && <p>{voters === 0 ? none : polls.voters(voters, poll.multiple)}</p>}
      {hasEnded && !isOver && <p>{polls.coming}</p>}
      {!hasEnded && poll.anonymous && hasVoted(view) && <p>{polls.voted}</p>}
    </div>
  );
}
