import { Check } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import styles from './Outcome.module.css';
import { type Row, rowsOf } from './outcome.ts';

/// What one could choose, what one chose, and how it stands as far as this viewer may know.
export function Outcome({ view: { poll, mine } }: { view: PostView }) {
  if (!poll) return null;
  return (
    <ul role="list" className={styles.outcome} data-closed={poll.closed_at !== undefined || undefined}>
      {rowsOf(poll, mine.vote).map((row, at) => (
        <Option key={at} row={row} />
      ))}
    </ul>
  );
}

function Option({ row: { text: words, isOwn, votes, share, isMost } }: { row: Row }) {
  const text = useText();
  return (
    <li className={styles.option} data-most={isMost || undefined}>
      <p className={styles.text}>
        {words}
        {isOwn && (
          <span className={styles.mark}>
            <Check size={14} aria-hidden />
            {text.polls.own}
          </span>
        )}
        {isMost && <span className={styles.mark}>{text.polls.most}</span>}
      </p>
      {votes !== undefined && share !== undefined && (
        <>
          <p className={styles.share}>{text.polls.share(share)}</p>
          <p className={styles.votes}>{text.polls.votes(votes)}</p>
          <span className={styles.bar} style={{ inlineSize: `${String(share)}%` }} />
        </>
      )}
    </li>
  );
}
