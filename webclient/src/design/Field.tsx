import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Field.module.css';
import { type About, useFieldAbout } from './useFieldAbout.tsx';

interface Props extends InputHTMLAttributes<HTMLInputElement>, About {
  label: string;
  /// Stands inside the box, at its end.
  after?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
}

/// One line of input, with its label above and what is wrong with it below.
export function Field({ label, hint, error, most, room, after, ...input }: Props) {
  const { id, isInvalid, attributes, below } = useFieldAbout({ hint, error, most, room }, input.value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={isInvalid || undefined}>
        <input {...attributes} {...input} />
        {after}
      </span>
      {below}
    </div>
  );
}
