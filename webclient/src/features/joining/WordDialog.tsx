import { type SyntheticEvent, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './WordDialog.module.css';

interface Props {
  title: string;
  label: string;
  hint: string;
  action: string;
  onSend: (word: string) => void;
  onClose: () => void;
}

/// Bytes, as the server counts them.
const longest = 500;
const bytes = new TextEncoder();

/// A few words that go along, for who wants to: with a request, or with a refusal.
export function WordDialog({ title, label, hint, action, onSend, onClose }: Props) {
  const text = useLaterText();
  const [word, setWord] = useState('');
  const tooLong = bytes.encode(word.trim()).length > longest;
  const { leave, question } = useUnsaved(word.trim() !== '', onClose);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (tooLong) return;
    onSend(word.trim());
    onClose();
  };
  return (
    <Dialog title={title} onClose={leave}>
      <form className={styles.form} onSubmit={submit}>
        <TextArea
          label={label}
          hint={hint}
          error={tooLong ? text.joining.tooLong : undefined}
          value={word}
          onChange={({ target }) => {
            setWord(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={tooLong}>
            {action}
          </Button>
        </footer>
      </form>
      {question}
    </Dialog>
  );
}
