import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Choices } from '../../design/Choices.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Idea, IdeaStatus, PostId } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { decide } from './actions.ts';
import { Said } from './Said.tsx';
import { after, statuses } from './status.ts';
import { StatusMark } from './StatusMark.tsx';

/// `limits::idea_note`
const longest = 500;

interface Props {
  post: PostId;
  idea: Idea;
  onClose: () => void;
}

/// How an idea stands now, and why or what comes next. What it is already is no choice; when somebody else was first, what
/// they said stands there, and what one wrote stays.
export function DecideDialog({ post, idea, onClose }: Props) {
  const text = useLaterText();
  const { ideas } = text;
  const { deciding } = ideas;
  const me = useMe().person.id;
  const form = useRef<HTMLFormElement>(null);
  const last = idea.steps.at(-1);
  const [seen] = useState(last?.at);
  const [chosen, setChosen] = useState<IdeaStatus | undefined>(() => after(idea.status));
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  // What somebody else chose first is nobody's choice any more: one chooses anew, and nothing is chosen in one's place.
  const status = chosen === idea.status ? undefined : chosen;
  const words = note.trim();
  const { leave, question } = useUnsaved(words !== '', onClose);
  const isMissing = words === '';
  // What one said did arrive, though its answer got lost.
  useEffect(() => {
    if (last?.by === me && last.status === chosen && last.note === words) onClose();
  }, [last, me, chosen, words, onClose]);
  const submit = async () => {
    setTried(true);
    if (isMissing || isSaving || status === undefined) return;
    setSaving(true);
    if (await decide({ post, status, note: words }, text)) onClose();
    else setSaving(false);
  };
  return (
    <Dialog title={idea.status === undefined ? ideas.decide : ideas.decideAgain} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        {last && last.at !== seen && !isSaving && (
          <Note tone="failure">
            <p>{deciding.meanwhile}</p>
            <StatusMark status={last.status} />
            <Said step={last} />
          </Note>
        )}
        <Choices
          label={deciding.status}
          value={status}
          choices={statuses.filter((each) => each !== idea.status).map((value) => ({ value, words: ideas.statuses[value] }))}
          onChange={setChosen}
        />
        <TextArea
          label={status === 'declined' ? deciding.noteWhenDeclined : deciding.note}
          hint={deciding.noteHint}
          error={isTried && isMissing ? deciding.noteMissing : undefined}
          most={longest}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isSaving || status === undefined}>
            {deciding.save}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
