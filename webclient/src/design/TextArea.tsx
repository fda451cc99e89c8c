import type { TextareaHTMLAttributes } from 'react';
import styles from './Field.module.css';
import { type About, useFieldAbout } from './useFieldAbout.tsx';

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement>, About {
  label: string;
}

/// Some lines of text, as `Field` is one.
export function TextArea({ label, hint, error, most, room, ...area }: Props) {
  const { id, isInvalid, attributes, below } = useFieldAbout({ hint, error, most, room }, area.value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={isInvalid || undefined}>
        <textarea rows={3} {...attributes} {...area} />
      </span>
      {below}
    </div>
  );
}
