import { X } from 'lucide-react';
import { Avatar } from '../../design/Avatar.tsx';
import { iconButtonClass } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Colour, PersonId } from '../../protocol/generated.ts';
import styles from './PersonPicker.module.css';

interface Props {
  id: PersonId;
  name: string;
  colour: Colour | undefined;
  onRemove: () => void;
}

/// Somebody who was chosen, to be taken out again.
export function ChosenPerson({ id, name, colour, onRemove }: Props) {
  const text = useLaterText();
  return (
    <li className={styles.pick}>
      <Avatar id={id} name={name} colour={colour} size="small" />
      <span className={styles.name}>{name}</span>
      <button type="button" data-repeats className={iconButtonClass} aria-label={text.people.takeOut(name)} onClick={onRemove}>
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}
