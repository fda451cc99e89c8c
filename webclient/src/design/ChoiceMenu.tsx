import type { RefObject } from 'react';
import { MenuItem, OpenMenu } from './Menu.tsx';

interface Props {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  trigger: RefObject<HTMLElement | null>;
  onChoose: (value: string) => void;
  onClose: () => void;
}

/// What a `QuietChoice` opens.
export function ChoiceMenu({ label, value, choices, trigger, onChoose, onClose }: Props) {
  return (
    <OpenMenu label={label} trigger={trigger} chosen={value} side="start" onClose={onClose}>
      {choices.map(([key, words]) => (
        <MenuItem
          key={key}
          id={key}
          onAction={() => {
            onChoose(key);
          }}
        >
          {words}
        </MenuItem>
      ))}
    </OpenMenu>
  );
}
