import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Acknowledgement, Department, Post } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { today } from '../groups/days.ts';
import { takeUp } from './actions.ts';

/// `limits::acknowledgement`
const longest = 500;

interface Props {
  post: Post;
  department: Department;
  /// What the department said so far.
  before: Acknowledgement | undefined;
  onClose: () => void;
}

/// What a department does with the news, and by when. What was said before stands there to be changed.
export function AcknowledgeDialog({ post, department, before, onClose }: Props) {
  const text = useLaterText();
  const { takingUp } = text.news;
  const { time_zone: timeZone } = useMe();
  const form = useRef<HTMLFormElement>(null);
  const [atFirst] = useState({ note: before?.note ?? '', doneBy: before?.done_by ?? '' });
  const [note, setNote] = useState(atFirst.note);
  const [doneBy, setDoneBy] = useState(atFirst.doneBy);
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const { leave, question } = useUnsaved(note.trim() !== atFirst.note || doneBy !== atFirst.doneBy, onClose);
  const isMissing = note.trim() === '';
  const isPast = doneBy !== '' && doneBy < today(timeZone);
  const submit = async () => {
    setTried(true);
    if (isMissing || isPast || isSaving) return;
    setSaving(true);
    const request = { post: post.id, note: note.trim(), ...(doneBy === '' ? {} : { done_by: doneBy }) };
    if (await takeUp(department, request, text)) onClose();
    else setSaving(false);
  };
  return (
    <Dialog title={takingUp.title(department.name)} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <TextArea
          label={takingUp.note}
          hint={takingUp.noteHint}
          error={isTried && isMissing ? takingUp.noteMissing : undefined}
          most={longest}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <Field
          type="date"
          label={takingUp.doneBy}
          hint={takingUp.doneByHint}
          error={isTried && isPast ? takingUp.past : undefined}
          min={today(timeZone)}
          value={doneBy}
          onChange={({ target }) => setDoneBy(target.value)}
        />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isSaving}>
            {takingUp.save}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
