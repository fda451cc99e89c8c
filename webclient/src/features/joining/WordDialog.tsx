import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './WordDialog.module.css';

interface Props {
  title: string;
  label: string;
  hint: string;
  action: string;
  /// False when it did not arrive: the words stay.
  onSend: (word: string) => Promise<boolean>;
  onClose: () => void;
}

/// `limits::note`
const longest = 500;

/// A few words that go along, for who wants to: with a request, or with a refusal.
export function WordDialog({ title, label, hint, action, onSend, onClose }: Props) {
  const text = useLaterText();
  const [word, setWord] = useState('');
  const { leave, question } = useUnsaved(word.trim() !== '', onClose);
  const [isSending, setSending] = useState(false);
  const submit = async () => {
    if (isSending) return;
    setSending(true);
    const isSent = await onSend(word.trim());
    setSending(false);
    if (isSent) onClose();
  };
  return (
    <Dialog title={title} onClose={leave}>
      <Form className={styles.form} onSubmit={() => void submit()}>
        <TextArea
          label={label}
          hint={hint}
          most={longest}
          value={word}
          onChange={({ target }) => {
            setWord(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isSending}>
            {action}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
