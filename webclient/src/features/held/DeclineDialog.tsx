import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Held.module.css';

interface Props {
  name: string;
  onSend: (reason: string) => void;
  onClose: () => void;
}

/// Bytes, as the server counts them.
const longest = 500;
const bytes = new TextEncoder();

/// Why a post is declined: its author reads it, so there is always a reason.
export function DeclineDialog({ name, onSend, onClose }: Props) {
  const text = useLaterText();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const words = reason.trim();
  const isTooLong = bytes.encode(words).length > longest;
  const error = isTooLong ? text.held.reasonTooLong : isTried && words === '' ? text.held.reasonMissing : undefined;
  const { leave, question } = useUnsaved(words !== '', onClose);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (words === '' || isTooLong) return;
    onSend(words);
    onClose();
  };
  return (
    <Dialog title={text.held.declineTitle(name)} onClose={leave}>
      <form ref={form} className={styles.form} onSubmit={submit}>
        <TextArea
          label={text.held.reason(name)}
          hint={text.held.reasonHint}
          error={error}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isTooLong}>
            {text.held.decline}
          </Button>
        </footer>
      </form>
      {question}
    </Dialog>
  );
}
