import { X } from 'lucide-react';
import { iconButtonClass } from '../../design/Button.tsx';
import fieldStyles from '../../design/Field.module.css';
import { useFieldAbout } from '../../design/useFieldAbout.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { longestOption } from './draft.ts';
import styles from './PollFields.module.css';

interface Props {
  /// From 1, as people count.
  number: number;
  value: string;
  error: string | undefined;
  onChange: (words: string) => void;
  onEnter: () => void;
  /// What is pasted, between what stays before and behind it. False leaves it to the field.
  onPaste: (words: string, before: string, behind: string) => boolean;
  /// Nothing where it cannot be missed.
  onRemove: (() => void) | undefined;
}

/// One answer that can be chosen.
export function OptionField({ number, value, error, onChange, onEnter, onPaste, onRemove }: Props) {
  const { pollFields: text } = useLaterText();
  const { attributes, isInvalid, below } = useFieldAbout({ error, most: longestOption }, value);
  return (
    <li className={styles.option}>
      <span className={fieldStyles.box} data-invalid={isInvalid || undefined}>
        <input
          {...attributes}
          aria-label={text.option(number)}
          placeholder={text.option(number)}
          enterKeyHint="next"
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
          onPaste={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            const before = value.slice(0, selectionStart ?? value.length);
            const behind = value.slice(selectionEnd ?? value.length);
            if (onPaste(event.clipboardData.getData('text'), before, behind)) event.preventDefault();
          }}
        />
      </span>
      {onRemove && (
        <button type="button" data-repeats className={iconButtonClass} aria-label={text.remove(number, value.trim())} onClick={onRemove}>
          <X size={16} aria-hidden />
        </button>
      )}
      <div className={styles.below}>{below}</div>
    </li>
  );
}
