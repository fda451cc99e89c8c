import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface Props {
  title: string;
  count?: number;
  hint?: string;
  children: ReactNode;
}

/// One subject of a page, under its heading.
export function Section({ title, count, hint, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {title} {count !== undefined && <small>{count}</small>}
      </h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
