import type { RefObject } from 'react';
import { MenuItem, OpenMenu } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { ReactionKind } from '../../protocol/generated.ts';
import { emojis, kinds } from './reactions.ts';
import styles from './Reactions.module.css';

interface Props {
  label: string;
  trigger: RefObject<HTMLElement | null>;
  chosen: ReactionKind | undefined;
  onClose: () => void;
  onChoose: (kind: ReactionKind) => void;
}

/// The six, each with its name. Choosing the one that holds takes it back.
export function ReactionPicker({ label, trigger, chosen, onClose, onChoose }: Props) {
  const { reactions } = useText();
  return (
    <OpenMenu label={label} trigger={trigger} chosen={chosen} side="start" onClose={onClose}>
      {kinds.map((kind) => (
        <MenuItem
          key={kind}
          id={kind}
          icon={<span aria-hidden="true" className={styles.emoji}>{emojis[kind]}</span>}
          onAction={() => {
            onChoose(kind);
          }}
        >
          {reactions.names[kind]}
        </MenuItem>
      ))}
    </OpenMenu>
  );
}
