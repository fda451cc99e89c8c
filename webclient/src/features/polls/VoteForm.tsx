import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Form } from '../../design/Form.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Poll } from '../../protocol/generated.ts';
import { useHandOver } from './useHandOver.ts';
import styles from './VoteForm.module.css';

interface Props {
  poll: Poll;
  /// What is asked, as the group of choices is called.
  question: string;
  /// What is chosen to begin with.
  chosen: readonly number[];
  /// Whoever asked to choose anew goes on here.
  isAsked: boolean;
  /// The choices go, and whoever stands in them goes on.
  onGoing: () => void;
  onVote: (options: readonly number[]) => void;
  onCancel?: (() => void) | undefined;
  /// What one should know before voting.
  children: ReactNode;
}

/// What one chooses from. Radio buttons or checkboxes of the browser's own, each as wide as the card: for a thumb.
export function VoteForm({ poll, question, chosen, isAsked, onGoing, onVote, onCancel, children }: Props) {
  const text = useText();
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  const [options, setOptions] = useState(chosen);
  useHandOver(form, onGoing);
  useEffect(() => {
    if (!isAsked) return;
    const first = form.current?.querySelector('input:checked') ?? form.current?.querySelector('input');
    if (first instanceof HTMLElement) first.focus();
  }, [isAsked]);
  const toggle = (option: number) => {
    if (!poll.multiple) setOptions([option]);
    else setOptions(options.includes(option) ? options.filter((each) => each !== option) : [...options, option].toSorted((one, other) => one - other));
  };
  return (
    <Form
      ref={form}
      className={styles.form}
      onSubmit={() => {
        if (options.length > 0) onVote(options);
      }}
    >
      <fieldset className={styles.options} aria-describedby={`${name}-about`}>
        <legend className="hidden-visually">{`${question} ${poll.multiple ? text.polls.chooseSome : text.polls.chooseOne}`}</legend>
        {poll.options.map((option, at) => (
          <label key={at} className={styles.option}>
            <input
              type={poll.multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={options.includes(at)}
              onChange={() => {
                toggle(at);
              }}
            />
            {option.text}
          </label>
        ))}
      </fieldset>
      <footer className={styles.footer}>
        <div id={`${name}-about`} className={styles.about}>
          {poll.multiple && <p>{text.polls.chooseSome}</p>}
          {children}
        </div>
        <div className={styles.buttons}>
          {onCancel && <Button onClick={onCancel}>{text.app.cancel}</Button>}
          <Button type="submit" look="primary" aria-disabled={options.length === 0}>
            {text.polls.vote}
          </Button>
        </div>
      </footer>
    </Form>
  );
}
