import { CheckCheck } from 'lucide-react';
import { complain } from '../../design/toast.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { PostView } from '../../protocol/generated.ts';
import styles from './MarkAll.module.css';
import { markAllRead } from './reading.ts';

/// A few posts are read before one reaches for a button.
const worthwhile = 3;

/// For whoever comes back from leave and does not want to scroll through it all.
export function MarkAll({ unread }: { unread: readonly PostView[] }) {
  const text = useText();
  if (unread.length < worthwhile) return null;
  const mark = () => {
    markAllRead(unread).catch((error: unknown) => complain(text.errors[errorKey(error)]));
  };
  return (
    <div className={styles.place}>
      <button type="button" className={styles.button} title={text.feed.markAllHint} onClick={mark}>
        <CheckCheck size={16} aria-hidden />
        {text.feed.markAll}
      </button>
    </div>
  );
}
