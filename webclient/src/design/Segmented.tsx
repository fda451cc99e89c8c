import { useId } from 'react';
import styles from './Segmented.module.css';

interface Props<Value extends string> {
  label: string;
  /// The label is always said; it is drawn only where the choices do not speak for themselves.
  showLabel?: boolean;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/// One of a few, all in sight. Radio buttons of the browser's own, drawn as one strip. Where there is nothing to choose it
/// only says what there is.
export function Segmented<Value extends string>({ label, showLabel, value, choices, onChange }: Props<Value>) {
  const name = useId();
  const [only, ...others] = choices;
  if (only && others.length === 0) return <p className={styles.only}>{only[1]}</p>;
  return (
    <fieldset>
      <legend className={showLabel ? styles.label : 'hidden-visually'}>{label}</legend>
      <span className={styles.choices}>
        {choices.map(([key, words]) => (
          <label key={key} className={styles.choice}>
            <input
              type="radio"
              className="hidden-visually"
              name={name}
              value={key}
              checked={key === value}
              onChange={() => onChange(key)}
            />
            {words}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
