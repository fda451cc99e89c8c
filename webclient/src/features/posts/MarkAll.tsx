import { CheckCheck } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import styles from './MarkAll.module.css';
import { useMarkAll } from './useMarkAll.ts';

/// A few posts are read before one reaches for a button.
const worthwhile = 3;

/// For whoever comes back from leave and does not want to scroll through it all.
export function MarkAll({ unread }: { unread: readonly PostView[] }) {
  const text = useText();
  const markAll = useMarkAll();
  if (unread.length < worthwhile) return null;
  return (
    <button type="button" className={styles.button} title={text.feed.markAllHint} onClick={() => void markAll(unread)}>
      <CheckCheck size={16} aria-hidden />
      {text.feed.markAll}
    </button>
  );
}
