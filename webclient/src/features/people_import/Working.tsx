import type { ReactNode } from 'react';
import styles from './ImportPage.module.css';

/// Something that takes a while, and says so: a bar that moves, or stands where motion is not wanted.
export function Working({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.working}>
      <p>{children}</p>
      <div className={styles.bar} aria-hidden>
        <span />
      </div>
    </div>
  );
}
