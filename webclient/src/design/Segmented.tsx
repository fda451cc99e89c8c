import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './Segmented.module.css';

interface Props<Value extends string> {
  label: string;
  /// The label is always said; it is drawn only where the choices do not speak for themselves.
  showLabel?: boolean;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/// One of a few, all in sight.
export function Segmented<Value extends string>({ label, showLabel, value, choices, onChange }: Props<Value>) {
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        onChange(chosen as Value);
      }}
    >
      <Label className={showLabel ? styles['label'] : 'hidden-visually'}>{label}</Label>
      <span className={styles['choices']}>
        {choices.map(([key, name]) => (
          <Radio key={key} value={key} className={styles['choice'] ?? ''}>
            {name}
          </Radio>
        ))}
      </span>
    </RadioGroup>
  );
}
