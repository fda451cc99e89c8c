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
  onSend: (word: string) => void;
  onClose: () => void;
}

/// `limits::note`
const longest = 500;

/// A few words that go along, for who wants to: with a request, or with a refusal.
export function WordDialog({ title, label, hint, action, onSend, onClose }: Props) {
  const text = useLaterText();
  const [word, setWord] = useState('');
  const { leave, question } = useUnsaved(word.trim() !== '', onClose);
  const submit = () => {
    onSend(word.trim());
    onClose();
  };
  return (
    <Dialog title={title} onClose={leave}>
      <Form className={styles.form} onSubmit={submit}>
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
          <Button type="submit" look="primary">
            {action}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
