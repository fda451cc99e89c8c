import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
  error?: string | undefined;
  /// Stands inside the box, at its end.
  after?: ReactNode;
}

/// One line of input, with its label above and what is wrong with it below.
export function Field({ label, hint, error, after, ...input }: Props) {
  const id = useId();
  const about = error !== undefined || hint !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={error !== undefined || undefined}>
        <input
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={about ? `${id}-about` : undefined}
          {...input}
        />
        {after}
      </span>
      {about && (
        <p id={`${id}-about`} className={error === undefined ? styles.hint : styles.error}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
