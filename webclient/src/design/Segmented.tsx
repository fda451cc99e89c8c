import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../i18n/text.tsx';
import styles from './Segmented.module.css';

interface Props<Value extends string> {
  label: string;
  /// The label is always said; it is drawn only where the choices do not speak for themselves.
  showLabel?: boolean;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  /// On a phone only so many are in sight, besides the one that holds; the others are a tap away.
  first?: number;
  onChange: (value: Value) => void;
}

/// One of a few, all in sight. Radio buttons of the browser's own, drawn as one strip. Where there is nothing to choose it
/// only says what there is.
export function Segmented<Value extends string>({ label, showLabel, value, choices, first = choices.length, onChange }: Props<Value>) {
  const text = useText();
  const name = useId();
  const strip = useRef<HTMLSpanElement>(null);
  const [isWhole, setWhole] = useState(first === choices.length);
  const [only, ...others] = choices;
  if (only && others.length === 0) return <p className={styles.only}>{only[1]}</p>;
  // The button goes: one stands where one was, and the arrow keys lead on.
  const showAll = () => {
    flushSync(() => setWhole(true));
    strip.current?.querySelector<HTMLElement>(':checked')?.focus();
  };
  return (
    <fieldset>
      <legend className={showLabel ? styles.label : 'hidden-visually'}>{label}</legend>
      <span ref={strip} className={styles.choices} data-whole={isWhole || undefined}>
        {choices.map(([key, words], at) => (
          <label key={key} className={styles.choice} data-later={at >= first || undefined}>
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
        {!isWhole && (
          <button type="button" aria-expanded={false} className={styles.more} onClick={showAll}>
            {text.post.more}
          </button>
        )}
      </span>
    </fieldset>
  );
}
