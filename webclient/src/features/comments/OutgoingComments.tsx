import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { errorKey, hasCode, OfflineError } from '../../protocol/errors.ts';
import type { PostId } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { plainOf } from '../mentions/source.ts';
import styles from './OutgoingComments.module.css';
import { commentOutbox, type Outgoing, sendWithoutQuote } from './outbox.ts';

/// Own comments that have not arrived yet, where they will stand; and a word when one has.
export function OutgoingComments({ post }: { post: PostId }) {
  const text = useText();
  const here = useStore(commentOutbox.items).filter(({ request }) => request.post === post);
  const hasArrived = useHasArrived(here);
  return (
    <div role="status" className={styles.list}>
      {here.map((outgoing) => (
        <div key={outgoing.request.client_id} className={styles.comment} data-state={outgoing.state}>
          <p className={styles.body}>{plainOf(outgoing.request.body)}</p>
          {outgoing.state === 'failed' ? (
            <Failed outgoing={outgoing} />
          ) : (
            <p className={styles.state}>{outgoing.error === undefined ? text.post.sending : text.post.tooFast}</p>
          )}
        </div>
      ))}
      {hasArrived && <p className="hidden-visually">{text.comment.placed}</p>}
    </div>
  );
}

/// The last one that was on its way is no more, and nothing else is.
function useHasArrived(here: readonly Outgoing[]): boolean {
  const isUnderway = here.some(({ state }) => state === 'sending');
  const [before, setBefore] = useState({ count: here.length, isUnderway, hasArrived: false });
  let { hasArrived } = before;
  if (before.count !== here.length || before.isUnderway !== isUnderway) {
    hasArrived = here.length === 0 && before.isUnderway;
    setBefore({ count: here.length, isUnderway, hasArrived });
  }
  return hasArrived;
}

function Failed({ outgoing }: { outgoing: Outgoing }) {
  const text = useText();
  const { error } = outgoing;
  const isQuoteGone = hasCode(error, 'not_found') && error.field === 'quote';
  const isClosed = hasCode(error, 'forbidden') && error.field === 'post';
  const why = isQuoteGone ? text.comment.quoteGone : isClosed ? text.locks.closedMeanwhile : text.errors[errorKey(error)];
  return (
    <div className={styles.failed}>
      {error instanceof OfflineError ? (
        <p>{text.post.waiting}</p>
      ) : (
        <p className={styles.why}>{`${text.post.failed} ${why}`}</p>
      )}
      <Reference error={error} />
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            if (isQuoteGone) sendWithoutQuote(outgoing);
            else commentOutbox.retry(outgoing);
          }}
        >
          {isQuoteGone ? text.comment.withoutQuote : text.app.retry}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            commentOutbox.discard(outgoing);
          }}
        >
          {text.post.discard}
        </Button>
      </div>
    </div>
  );
}
