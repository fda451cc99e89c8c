import { ChevronDown } from 'lucide-react';
import { lazy } from 'react';
import { MenuButton } from './MenuButton.tsx';
import styles from './QuietChoice.module.css';

const ChoiceMenu = lazy(async () => ({ default: (await import('./ChoiceMenu.tsx')).ChoiceMenu }));

interface Props<Value extends string> {
  label: string;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/// One of a few that seldom changes: what holds in words, the others behind a tap.
export function QuietChoice<Value extends string>({ label, value, choices, onChange }: Props<Value>) {
  const words = choices.find(([key]) => key === value)?.[1] ?? '';
  return (
    <MenuButton
      label={`${label}: ${words}`}
      className={styles.button}
      menu={(trigger, close) => (
        <ChoiceMenu
          label={label}
          value={value}
          choices={choices}
          trigger={trigger}
          onChoose={(key) => {
            const chosen = choices.find(([each]) => each === key)?.[0];
            if (chosen !== undefined && chosen !== value) onChange(chosen);
          }}
          onClose={close}
        />
      )}
    >
      {words}
      <ChevronDown size={16} aria-hidden />
    </MenuButton>
  );
}
