import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { reopen } from './actions.ts';
import styles from './Dialogs.module.css';

/// `limits::reopen_reason`
const longest = 500;

/// What is not answered yet: whoever takes the question up again reads it on the card, so there is always a reason.
export function ReopenDialog({ view, onClose }: { view: PostView; onClose: () => void }) {
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
    if (await reopen(view, words, text)) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={text.reopenDialog.title} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <TextArea
          label={text.reopenDialog.reason}
          hint={text.reopenDialog.hint}
          error={isTried && words === '' ? text.reopenDialog.missing : undefined}
          most={longest}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isBusy}>
            {text.reopenDialog.submit}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
