import styles from './Switch.module.css';

interface Props {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/// On or off, at once.
export function Switch({ label, isOn, onChange }: Props) {
  return (
    <label className={styles.switch}>
      {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox has its state of itself */}
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
      {label}
    </label>
  );
}
