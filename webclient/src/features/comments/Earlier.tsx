import { ChevronUp } from 'lucide-react';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import styles from './PostTalk.module.css';
import type { Thread } from './useThread.ts';

interface Props {
  thread: Thread;
  onLoad: () => void;
}

/// What stands before the comments that are shown, and how it is fetched.
export function Earlier({ thread: { earlier, isLoading, error }, onLoad }: Props) {
  const text = useText();
  return (
    <>
      {Boolean(error) && (
        <div role="alert" className={styles.failure}>
          {`${text.comment.earlierFailed} ${text.errors[errorKey(error)]}`}
          <Reference error={error} />
        </div>
      )}
      {(earlier > 0 || Boolean(error)) && (
        <button
          type="button"
          className={styles.earlier}
          aria-disabled={isLoading || undefined}
          onClick={() => {
            if (!isLoading) onLoad();
          }}
        >
          <ChevronUp size={16} aria-hidden />
          {isLoading ? text.comment.loadingEarlier : error ? text.app.retry : text.comment.earlier(earlier)}
        </button>
      )}
    </>
  );
}
