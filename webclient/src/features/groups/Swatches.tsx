import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Swatches.module.css';

interface Props<Value extends string> {
  label: string;
  value: Value;
  choices: readonly Value[];
  names: Record<Value, string>;
  draw: (choice: Value) => ReactNode;
  onChange: (value: Value) => void;
}

/// One of a few that are told apart by their looks; the name of the chosen one is written out.
export function Swatches<Value extends string>({ label, value, choices, names, draw, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.label}>
        {label}
        <span className={styles.chosen}>{names[value]}</span>
      </legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice} className={styles.choice} title={names[choice]}>
            <input
              type="radio"
              className="hidden-visually"
              name={name}
              value={choice}
              aria-label={names[choice]}
              checked={choice === value}
              onChange={() => {
                onChange(choice);
              }}
            />
            {draw(choice)}
            {choice === value && <Check size={16} aria-hidden className={styles.check} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
