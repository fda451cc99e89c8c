import { useId } from 'react';
import styles from './Choice.module.css';

interface Props<Value extends string | number> {
  label: string;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/// One of several, in a browser's own list that takes little room.
export function Choice<Value extends string | number>({ label, value, choices, onChange }: Props<Value>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(([key]) => String(key) === target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
