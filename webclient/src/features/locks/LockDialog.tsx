import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { lock } from './actions.ts';
import styles from './LockDialog.module.css';

/// `limits::lock_reason`
const longest = 300;

/// Why nobody comments any more: everyone reads it below the post, so there is always a reason.
export function LockDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const text = useLaterText();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const words = reason.trim();
  const { leave, question } = useUnsaved(words !== '', onClose);
  const submit = async () => {
    setTried(true);
    if (words === '' || isBusy) return;
    setBusy(true);
    if (await lock(post, words, text)) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={text.lockDialog.title} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <TextArea
          label={text.lockDialog.reason}
          hint={text.lockDialog.hint}
          error={isTried && words === '' ? text.lockDialog.missing : undefined}
          most={longest}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {text.locks.lock}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
