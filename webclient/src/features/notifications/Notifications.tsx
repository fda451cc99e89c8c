import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { subjectOf } from './lines.ts';
import { NotificationLine } from './NotificationLine.tsx';
import styles from './Notifications.module.css';
import { readAbout } from './reading.ts';
import { useNotifications } from './useNotifications.ts';

interface Props {
  /// From edge to edge of what it stands in, without paper of its own.
  isFlush?: boolean;
  onFollow?: () => void;
}

/// The newest notifications. Looking at them reads none: opening what one is about does.
export function Notifications({ isFlush = false, onFollow }: Props) {
  const { notifications: words } = useLaterText();
  const { lines, error, retry } = useNotifications();
  if (!lines || lines.length === 0) {
    return (
      <div className={isFlush ? styles.inset : undefined}>
        {lines && <EmptyState title={words.empty} hint={words.emptyHint} />}
        {!lines && (error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton kind="rows" />)}
      </div>
    );
  }
  return (
    <>
      <ul role="list" className={isFlush ? styles.flush : styles.list}>
        {lines.map((line) => (
          <li key={line.notification.id}>
            <NotificationLine
              line={line}
              onOpen={() => {
                void readAbout(lines, subjectOf(line.notification));
                onFollow?.();
              }}
            />
          </li>
        ))}
      </ul>
      <p className={styles.last}>{words.last}</p>
    </>
  );
}
