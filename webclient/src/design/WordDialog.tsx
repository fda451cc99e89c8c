import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './DialogForm.module.css';
import { Form } from './Form.tsx';
import { TextArea } from './TextArea.tsx';
import { useUnsaved } from './useUnsaved.tsx';

interface Props {
  title: string;
  label: string;
  hint: string;
  /// What is said to who leaves it empty; without it one may.
  missing?: string;
  action: string;
  /// There is no way back from it.
  isDangerous?: boolean;
  /// Where "cancel" could mean either.
  refusal?: string;
  /// Bytes, at most.
  most: number;
  /// False when it did not arrive: the words stay.
  onSend: (words: string) => Promise<boolean>;
  onClose: () => void;
}

/// A few words that go along with what one does: a request, a refusal, a reason.
export function WordDialog({ title, label, hint, missing, action, isDangerous = false, refusal, most, onSend, onClose }: Props) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState('');
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const words = value.trim();
  const { leave, question } = useUnsaved(words !== '', onClose);
  const isMissing = missing !== undefined && words === '';
  const submit = async () => {
    setTried(true);
    if (isMissing || isSending) return;
    setSending(true);
    if (await onSend(words)) onClose();
    else setSending(false);
  };
  return (
    <Dialog title={title} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <TextArea
          label={label}
          hint={hint}
          error={isTried && isMissing ? missing : undefined}
          most={most}
          value={value}
          onChange={({ target }) => {
            setValue(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{refusal ?? text.app.cancel}</Button>
          <Button type="submit" look={isDangerous ? 'danger' : 'primary'} aria-disabled={isSending}>
            {action}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
