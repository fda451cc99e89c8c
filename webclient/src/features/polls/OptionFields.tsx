import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../design/Button.tsx';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { linesOf, mayAdd, mayRemove, mostOptions, optionFaults, type PollDraft, withLines, withNewOption, withOption, withoutOption } from './draft.ts';
import { OptionField } from './OptionField.tsx';
import styles from './PollFields.module.css';

interface Props {
  poll: PollDraft;
  isTried: boolean;
  onChange: (poll: PollDraft) => void;
}

/// What one can choose from, a field each. Enter goes on to the next, and makes it where there is none.
export function OptionFields({ poll, isTried, onChange }: Props) {
  const { pollFields: text } = useLaterText();
  const part = useRef<HTMLFieldSetElement>(null);
  const [refused, setRefused] = useState<{ at: number; lines: number }>();
  const faults = optionFaults(poll);

  const change = (next: PollDraft) => {
    setRefused(undefined);
    flushSync(() => onChange(next));
  };
  const goTo = (selector: string) => part.current?.querySelector<HTMLElement>(selector)?.focus();
  const goToOption = (at: number) => goTo(`li:nth-child(${String(at + 1)}) input`);
  const add = () => {
    change(withNewOption(poll));
    goToOption(poll.options.length);
  };
  const goOn = (at: number) => {
    if (at + 1 < poll.options.length) goToOption(at + 1);
    else if (mayAdd(poll) && poll.options[at]?.trim() !== '') add();
  };
  // On a phone a field would bring its keyboard.
  const remove = (at: number) => {
    change(withoutOption(poll, at));
    goTo(mayRemove(withoutOption(poll, at)) ? `li:nth-child(${String(Math.min(at, poll.options.length - 2) + 1)}) button` : '[data-add]');
  };
  /// False when it is one line, which the field takes by itself.
  const paste = (at: number, words: string, before: string, behind: string): boolean => {
    const [first = '', ...others] = linesOf(words);
    if (others.length === 0) return false;
    const next = withLines(poll, at, [before + first + behind, ...others]);
    if (next.options.length > mostOptions) setRefused({ at, lines: others.length + 1 });
    else {
      change(next);
      goToOption(at + others.length);
    }
    return true;
  };
  const errorAt = (at: number): string | undefined => {
    if (refused?.at === at) return text.tooMany(refused.lines, mostOptions);
    if (faults[at] === 'double') return text.double;
    return faults[at] === 'blank' && isTried ? blankWords(poll, text) : undefined;
  };

  return (
    <fieldset ref={part}>
      <legend className={styles.label}>{text.options}</legend>
      <ol role="list" className={styles.options}>
        {poll.options.map((words, at) => (
          <OptionField
            key={at}
            number={at + 1}
            value={words}
            error={errorAt(at)}
            onChange={(typed) => change(withOption(poll, at, typed))}
            onEnter={() => goOn(at)}
            onPaste={(pasted, before, behind) => paste(at, pasted, before, behind)}
            onRemove={mayRemove(poll) ? () => remove(at) : undefined}
          />
        ))}
      </ol>
      {mayAdd(poll) && (
        <Button look="quiet" className={styles.add} icon={<Plus size={16} aria-hidden />} data-add data-repeats onClick={add}>
          {text.add}
        </Button>
      )}
    </fieldset>
  );
}

const blankWords = (poll: PollDraft, text: AllWords['pollFields']): string => (mayRemove(poll) ? text.blankOrAway : text.blank);
