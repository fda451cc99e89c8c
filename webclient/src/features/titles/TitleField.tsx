import type { RefObject } from 'react';
import { Field } from '../../design/Field.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useMentionText } from '../mentions/useMentionText.ts';
import { roomInTitle } from './title.ts';
import { titleOf } from './titledSource.ts';

interface Props {
  value: string;
  /// What is said once one has tried to send it without.
  missing: string;
  isTried: boolean;
  field?: RefObject<HTMLInputElement | null> | undefined;
  onChange: (title: string) => void;
  /// Enter leads on.
  onEnter: () => void;
}

/// The title of what is being written.
export function TitleField({ value, missing, isTried, field, onChange, onEnter }: Props) {
  const { titleField: text } = useLaterText();
  const title = useMentionText(value, onChange);
  return (
    <Field
      ref={field}
      label={text.label}
      error={isTried && titleOf(value) === '' ? missing : undefined}
      room={roomInTitle(value)}
      aria-required
      enterKeyHint="next"
      autoComplete="off"
      value={title.text}
      onChange={({ target }) => title.write(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
