import type { SelectHTMLAttributes } from 'react';
import styles from './Field.module.css';
import { type About, useFieldAbout } from './useFieldAbout.tsx';

interface Props<Value extends string>
  extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'>, Omit<About, 'most' | 'room'> {
  label: string;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/// One of many: the browser's own list, which every phone draws well.
export function Select<Value extends string>({ label, hint, error, value, choices, onChange, ...select }: Props<Value>) {
  const { id, isInvalid, attributes, below } = useFieldAbout({ hint, error }, value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={isInvalid || undefined}>
        <select
          {...attributes}
          value={value}
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
      {below}
    </div>
  );
}
