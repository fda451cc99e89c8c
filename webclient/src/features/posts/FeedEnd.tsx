import { useEffect } from 'react';
import { Button } from '../../design/Button.tsx';
import { Emblem } from '../../design/Paving.tsx';
import { useText } from '../../i18n/text.tsx';
import styles from './FeedEnd.module.css';
import { useIsInView } from './useIsInView.ts';

interface Props {
  /// Where older posts begin, if there are.
  next: string | undefined;
  older: Older;
}

interface Older {
  isPending: boolean;
  isError: boolean;
  mutate: () => void;
}

/// Older posts come when one gets near them, or on the button; the last one says that it is the last.
export function FeedEnd({ next, older }: Props) {
  const text = useText();
  if (next === undefined) {
    return (
      <div className={styles.end}>
        <Emblem size={28} />
        <p className={styles.title}>{text.feed.end}</p>
        <p className={styles.hint}>{text.feed.endHint}</p>
      </div>
    );
  }
  return (
    <div className={styles.older}>
      {!older.isError && <Near next={next} older={older} />}
      <p role="status">{older.isError && text.feed.olderFailed}</p>
      <Button
        aria-disabled={older.isPending}
        onClick={() => {
          older.mutate();
        }}
      >
        {older.isPending ? text.feed.loadingOlder : text.feed.older}
      </Button>
    </div>
  );
}

/// Reaches up into the page, so that the next posts are there before the reader is.
function Near({ next, older: { isPending, mutate } }: Props) {
  const [ref, isNear] = useIsInView(false);
  const isDue = isNear && !isPending;
  useEffect(() => {
    if (isDue) mutate();
    // An answer may be there before it was ever drawn as pending; that the next is another one shows then.
  }, [isDue, next, mutate]);
  return <div ref={ref} className={styles.near} />;
}
