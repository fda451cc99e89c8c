import { lazy, type RefObject, Suspense, type TextareaHTMLAttributes, useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { TabId } from '../../protocol/generated.ts';
import { usePasting } from '../pasting/usePasting.ts';
import styles from './MentionArea.module.css';
import { mostNamed, namesTooMany } from './source.ts';
import { useCompletion } from './useCompletion.ts';
import { useMentionText } from './useMentionText.ts';

const ChoiceList = lazy(async () => ({ default: (await import('./ChoiceList.tsx')).ChoiceList }));

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'onSelect' | 'onBlur' | 'onKeyDown'> {
  /// Whose readers can be named.
  tab: TabId;
  /// As it travels: Markdown, where a mention is a link.
  value: string;
  field?: RefObject<HTMLTextAreaElement | null> | undefined;
  onChange: (value: string) => void;
}

/// A field for a text in which people and departments are named: it shows their names, and offers them behind an "@"; and topics
/// behind a "#". What is pasted keeps its form.
export function MentionArea({ tab, value, field, onChange, ...attributes }: Props) {
  const words = useText().mentions;
  const own = useRef<HTMLTextAreaElement>(null);
  const area = field ?? own;
  const written = useMentionText(value, onChange);
  const { id, typed, choices, active, optionOf, choose, close, field: completing } = useCompletion(tab, area, written);
  const pasting = usePasting();
  const [first] = choices;
  const people = choices.filter((choice) => 'person' in choice).length;
  return (
    <>
      <textarea {...attributes} {...completing} {...pasting} ref={area} value={written.text} />
      <span aria-live="polite" className="hidden-visually">
        {first && ('topic' in first ? words.topics.found(choices.length) : words.found(people, choices.length - people))}
      </span>
      {namesTooMany(value) && (
        <p role="status" className={styles.tooMany}>
          {words.tooMany(mostNamed)}
        </p>
      )}
      {typed && first && (
        <Suspense>
          <ChoiceList
            id={id}
            area={area}
            start={typed.start}
            choices={choices}
            active={active}
            optionOf={optionOf}
            onChoose={choose}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}
