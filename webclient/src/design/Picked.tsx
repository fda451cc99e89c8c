import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLaterText } from '../i18n/text.tsx';
import { iconButtonClass } from './Button.tsx';
import styles from './Picker.module.css';

interface Props {
  name: string;
  picture: ReactNode;
  onRemove: () => void;
}

/// What was chosen, to be taken out again.
export function Picked({ name, picture, onRemove }: Props) {
  const { picker: text } = useLaterText();
  return (
    <li className={styles.pick}>
      {picture}
      <span className={styles.name}>{name}</span>
      <button type="button" data-repeats className={iconButtonClass} aria-label={text.takeOut(name)} onClick={onRemove}>
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}
