import { useRef, useState } from 'react';
import { useHasCome } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import type { Poll, PostView } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { useSaid } from '../translations/chosen.ts';
import { useIsArchived } from '../groups/groups.ts';
import { BeforeVote } from './BeforeVote.tsx';
import { Outcome } from './Outcome.tsx';
import { OutcomeFooter } from './OutcomeFooter.tsx';
import { hasVoted, isClosed } from './poll.ts';
import styles from './PollPart.module.css';
import { useOutcomeAfresh } from './told.ts';
import { castVote, takeBack, useWithOwn } from './vote.ts';
import { VoteForm } from './VoteForm.tsx';

/// What a poll's card has below the question: first what one chooses from, then how it stands.
export function PollPart({ view }: { view: PostView }) {
  const { shown, isUnderway } = useWithOwn(view);
  useOutcomeAfresh(view);
  return shown.poll ? <Part view={shown} poll={shown.poll} isUnderway={isUnderway} /> : null;
}

interface Props {
  view: PostView;
  poll: Poll;
  isUnderway: boolean;
}

function Part({ view, poll, isUnderway }: Props) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [isChanging, setChanging] = useState(false);
  /// One came to the choices by a button that is gone now.
  const [isAsked, setAsked] = useState(false);
  /// What did not arrive is chosen again.
  const [tried, setTried] = useState<readonly number[]>([]);
  const hasEnded = useHasCome(poll.closes_at) || isClosed(poll);
  const isOpen = !useIsArchived(view.post.group) && !hasEnded;
  const question = beginningOf(useSaid(view.post).blocks);

  const goOn = () => place.current?.focus({ preventScroll: true });
  const turn = (toChange: boolean) => {
    setChanging(toChange);
    setAsked(true);
  };
  const vote = async (options: readonly number[]) => {
    setTried(options);
    turn(false);
    if (await castVote(view, options, text)) setTried([]);
  };

  const isForm = isOpen && (!hasVoted(view) || isChanging);
  return (
    <div ref={place} className={styles.poll} tabIndex={-1} {...(isForm ? {} : { role: 'group', 'aria-label': question })}>
      {isForm ? (
        <VoteForm
          poll={poll}
          question={question}
          chosen={view.mine.vote ?? tried}
          isAsked={isAsked}
          onGoing={goOn}
          onVote={(options) => void vote(options)}
          onCancel={isChanging ? () => turn(false) : undefined}
        >
          {!isChanging && <BeforeVote poll={poll} />}
        </VoteForm>
      ) : (
        <>
          <Outcome view={view} />
          <OutcomeFooter
            view={view}
            poll={poll}
            hasEnded={hasEnded}
            mayChange={isOpen && !poll.anonymous}
            isUnderway={isUnderway}
            onGoing={goOn}
            onChange={() => turn(true)}
            onTakeBack={() => {
              turn(false);
              void takeBack(view, text);
            }}
          />
        </>
      )}
    </div>
  );
}
