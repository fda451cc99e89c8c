import { ArrowUp } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from './NewPill.module.css';

/// What others posted meanwhile waits here; the page does not move under its reader.
export function NewPill({ waiting, onReveal }: { waiting: number; onReveal: () => void }) {
  const text = useText();
  return (
    <div role="status" className={styles.place}>
      {waiting > 0 && (
        <button type="button" className={styles.pill} onClick={onReveal}>
          <ArrowUp size={16} aria-hidden />
          {text.feed.newPosts(waiting)}
        </button>
      )}
    </div>
  );
}
