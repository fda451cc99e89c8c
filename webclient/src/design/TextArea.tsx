import { type TextareaHTMLAttributes, useId } from 'react';
import styles from './Field.module.css';

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  hint?: string;
  error?: string | undefined;
}

/// Some lines of text, as `Field` is one.
export function TextArea({ label, hint, error, ...area }: Props) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={error !== undefined || undefined}>
        <textarea
          id={id}
          rows={3}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={about === undefined ? undefined : `${id}-about`}
          {...area}
        />
      </span>
      {about !== undefined && (
        <p id={`${id}-about`} className={error === undefined ? styles.hint : styles.error}>
          {about}
        </p>
      )}
    </div>
  );
}
