import { ArrowUp } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from './NewPill.module.css';

interface Props {
  waiting: number;
  /// Where more than posts is new.
  words?: string | undefined;
  onReveal: () => void;
}

/// What others posted meanwhile waits here; the page does not move under its reader.
export function NewPill({ waiting, words, onReveal }: Props) {
  const text = useText();
  return (
    <div role="status" className={styles.place}>
      {waiting > 0 && (
        <button type="button" className={styles.pill} onClick={onReveal}>
          <ArrowUp size={16} aria-hidden />
          {words ?? text.feed.newPosts(waiting)}
        </button>
      )}
    </div>
  );
}
