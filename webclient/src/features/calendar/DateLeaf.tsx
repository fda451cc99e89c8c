import { useMoments } from '../../i18n/useMoments.ts';
import styles from './DateLeaf.module.css';

/// The day on which it begins, as on a leaf of a calendar. The words beside it say the same, so it is decoration.
export function DateLeaf({ at }: { at: string }) {
  const { weekday, day, month } = useMoments().leaf(at);
  return (
    <div className={styles.leaf} aria-hidden>
      <span className={styles.weekday}>{weekday}</span>
      <span className={styles.day}>{day}</span>
      <span>{month}</span>
    </div>
  );
}
