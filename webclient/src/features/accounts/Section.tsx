import { type ReactNode, useId } from 'react';
import styles from './AccountPage.module.css';

interface Props {
  title: string;
  hint?: string;
  children: ReactNode;
}

/// One subject of the account: what it is on the left, what one can do about it on the right.
export function Section({ title, hint, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div>
        <h2 id={id} className={styles.heading}>
          {title}
        </h2>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
