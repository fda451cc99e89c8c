import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Held.module.css';

interface Props {
  name: string;
  onSend: (reason: string) => void;
  onClose: () => void;
}

/// `limits::note`
const longest = 500;

/// Why a post is declined: its author reads it, so there is always a reason.
export function DeclineDialog({ name, onSend, onClose }: Props) {
  const text = useLaterText();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const words = reason.trim();
  const { leave, question } = useUnsaved(words !== '', onClose);
  const submit = () => {
    setTried(true);
    if (words === '') return;
    onSend(words);
    onClose();
  };
  return (
    <Dialog title={text.held.declineTitle(name)} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={submit}>
        <TextArea
          label={text.held.reason(name)}
          hint={text.held.reasonHint}
          error={isTried && words === '' ? text.held.reasonMissing : undefined}
          most={longest}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary">
            {text.held.decline}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
