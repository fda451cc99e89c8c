import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import styles from './Field.module.css';

interface Props extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  hint?: string;
  error?: string | undefined;
  children: ReactNode;
}

/// One of many, from the browser's own list, with its label above.
export function Choice({ label, hint, error, children, ...select }: Props) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={error !== undefined || undefined}>
        <select
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={about === undefined ? undefined : `${id}-about`}
          {...select}
        >
          {children}
        </select>
      </span>
      {about !== undefined && (
        <p id={`${id}-about`} className={error === undefined ? styles.hint : styles.error}>
          {about}
        </p>
      )}
    </div>
  );
}
