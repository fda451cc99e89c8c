import { type TextareaHTMLAttributes, useId } from 'react';
import styles from './Field.module.css';

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  hint?: string;
}

/// Some lines of text, with their label above.
export function TextArea({ label, hint, ...area }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box}>
        <textarea id={id} rows={3} aria-describedby={hint === undefined ? undefined : `${id}-about`} {...area} />
      </span>
      {hint !== undefined && (
        <p id={`${id}-about`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
