import { Button } from '../../design/Button.tsx';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { OfflineError } from '../../protocol/errors.ts';
import styles from './Outgoing.module.css';
import { discard, type Outgoing } from './outbox.ts';
import type { WayOn } from './wayOn.ts';

/// Why a post did not arrive, and what its author can do.
export function WaysOn({ outgoing, why, action, run }: { outgoing: Outgoing } & WayOn) {
  const text = useText();
  const { error } = outgoing;
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
            run(outgoing);
          }}
        >
          {action}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            discard(outgoing);
          }}
        >
          {text.post.discard}
        </Button>
      </div>
    </div>
  );
}
