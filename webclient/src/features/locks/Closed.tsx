import { LockKeyhole } from 'lucide-react';
import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { useLooksAfter } from '../groups/groups.ts';
import { unlock } from './actions.ts';
import styles from './Closed.module.css';

/// In place of the field: nobody comments any more, and why. Whoever looks after the tab opens the comments again.
export function Closed({ post, reason }: { post: Post; reason: string }) {
  const text = useText();
  const looksAfter = useLooksAfter(post);
  return (
    <p className={styles.closed}>
      <LockKeyhole size={16} aria-hidden className={styles.icon} />
      <span className={styles.words}>{text.locks.closed(reason)}</span>
      {looksAfter && (
        <Button look="quiet" onClick={() => void unlock(post, text)}>
          {text.locks.unlock}
        </Button>
      )}
    </p>
  );
}
