import { useId } from 'react';
import styles from './Switch.module.css';

interface Props {
  label: string;
  /// What it means that it is on, or that it is not.
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/// On or off, at once.
export function Switch({ label, hint, isOn, onChange }: Props) {
  const id = useId();
  const control = (
    <label className={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        aria-describedby={hint === undefined ? undefined : id}
        checked={isOn}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
      {label}
    </label>
  );
  if (hint === undefined) return control;
  return (
    <div>
      {control}
      <p id={id} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}
