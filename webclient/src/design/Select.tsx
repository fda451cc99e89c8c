import { type SelectHTMLAttributes, useId } from 'react';
import styles from './Field.module.css';

interface Props<Value extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/// One of many: the browser's own list, which every phone draws well.
export function Select<Value extends string>({ label, hint, error, value, choices, onChange, ...select }: Props<Value>) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={error !== undefined || undefined}>
        <select
          id={id}
          value={value}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={about === undefined ? undefined : `${id}-about`}
          onChange={({ target }) => {
            onChange(target.value as Value);
          }}
          {...select}
        >
          {choices.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
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
