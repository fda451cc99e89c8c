import { useId } from 'react';
import styles from './Choices.module.css';

interface Choice<Value extends string> {
  value: Value;
  words: string;
  isDisabled?: boolean;
}

interface Props<Value extends string> {
  label: string;
  /// Nothing is chosen yet.
  value: Value | undefined;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

/// One of a few that each take a line. Radio buttons of the browser's own.
export function Choices<Value extends string>({ label, value, choices, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.isDisabled}
            onChange={() => {
              onChange(choice.value);
            }}
          />
          {choice.words}
        </label>
      ))}
    </fieldset>
  );
}
