import { CalendarX2 } from 'lucide-react';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent } from '../../protocol/generated.ts';
import styles from './Ended.module.css';

/// Why there is nothing to choose any more: it does not go on, and why, or it is over.
export function Ended({ event: { cancel_reason: reason } }: { event: CalendarEvent }) {
  const { calendar } = useLaterText();
  if (reason === undefined) return <p className={styles.over}>{calendar.over}</p>;
  return (
    <div className={styles.cancelled}>
      <p className={styles.title}>
        <CalendarX2 size={16} aria-hidden />
        {calendar.cancelled}
      </p>
      <p className={styles.reason}>{reason}</p>
    </div>
  );
}
