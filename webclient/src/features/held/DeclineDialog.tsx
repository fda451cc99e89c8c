import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
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
  post: Post;
  /// Not any more: somebody else decided meanwhile.
  isWaiting: boolean;
  onDecided: () => void;
  onClose: () => void;
}

/// Bytes, as the server counts them.
const longest = 500;
const bytes = new TextEncoder();

/// Why a post is declined: its author reads it, so there is always a reason.
export function DeclineDialog({ post, isWaiting, onDecided, onClose }: Props) {
  const text = useLaterText();
  const name = usePerson(post.author)?.name ?? text.post.unknownAuthor;
  const { isBusy, decide } = useDecide(post, name);
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const words = reason.trim();
  const isTooLong = bytes.encode(words).length > longest;
  const error = isTooLong ? text.held.reasonTooLong : isTried && words === '' ? text.held.reasonMissing : undefined;
  const { leave, question } = useUnsaved(words !== '' && isWaiting, onClose);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (words === '' || isTooLong || isBusy || !isWaiting) return;
    if (!(await decide(() => decline(post, words), text.held.declined(name)))) return;
    onDecided();
    onClose();
  };
  return (
    <Dialog title={text.held.declineTitle(name)} onClose={leave}>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextArea
          label={text.held.reason(name)}
          hint={text.held.reasonHint}
          error={error}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
        {!isWaiting && <Note tone="info">{text.held.decidedMeanwhile}</Note>}
        <footer className={styles.answers}>
          <Button onClick={leave}>{isWaiting ? text.app.cancel : text.app.close}</Button>
          {isWaiting && (
            <Button type="submit" look="primary" aria-disabled={isTooLong || isBusy}>
              {text.held.decline}
            </Button>
          )}
        </footer>
      </form>
      {question}
    </Dialog>
  );
}
