import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import styles from './Held.module.css';
import { decline } from './held.ts';
import { useDecide } from './useDecide.ts';

interface Props {
  /// As it stood there when the decision began.
  read: Post;
  /// As it is now; none when somebody else decided meanwhile.
  post: Post | undefined;
  onDecided: () => void;
  onClose: () => void;
}

/// `limits::note`
const longest = 500;

/// Why a post is declined: its author reads it, so there is always a reason.
export function DeclineDialog({ read, post, onDecided, onClose }: Props) {
  const text = useLaterText();
  const name = usePerson(read.author)?.name ?? text.post.unknownAuthor;
  const { isBusy, decide } = useDecide(read, name);
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const words = reason.trim();
  const { leave, question } = useUnsaved(words !== '' && post !== undefined, onClose);
  const submit = async () => {
    setTried(true);
    if (words === '' || isBusy || !post) return;
    if (await decide(() => decline(post, words), text.held.declined(name))) onDecided();
  };
  return (
    <Dialog title={text.held.declineTitle(name)} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
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
        {post && post.version > read.version && <Note tone="info">{text.held.changedMeanwhile(name)}</Note>}
        {!post && <Note tone="info">{text.held.decidedMeanwhile}</Note>}
        <footer className={styles.answers}>
          <Button onClick={leave}>{post ? text.app.cancel : text.app.close}</Button>
          {post && (
            <Button type="submit" look="primary" aria-disabled={isBusy}>
              {text.held.decline}
            </Button>
          )}
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
