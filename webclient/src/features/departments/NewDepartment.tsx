import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { DepartmentId, Side } from '../../protocol/generated.ts';
import styles from './Form.module.css';
import { createDepartment } from './departments.ts';
import { ParentChoice } from './ParentChoice.tsx';
import { SideChoice } from './SideChoice.tsx';

/// A new department: its name and place; the rest is filled in on its own page.
export function NewDepartment({ onClose }: { onClose: () => void }) {
  const { departments: text, errors, app, signIn } = useLaterText();
  const navigate = useNavigate();
  const [clientId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [side, setSide] = useState<Side>('business');
  const [parent, setParent] = useState<DepartmentId>();
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const creating = useMutation({
    mutationFn: () => createDepartment(name.trim(), side, parent, clientId),
    onSuccess: ({ id }) => {
      onClose();
      void navigate({ to: '/departments/$department', params: { department: String(id) }, ignoreBlocker: true });
    },
  });
  const { leave, question } = useUnsaved(!isMissing, onClose);
  return (
    <Dialog title={text.add} onClose={leave}>
      <Form
        className={styles.form}
        onSubmit={() => {
          setTried(true);
          if (!isMissing && !creating.isPending) creating.mutate();
        }}
      >
        <Field
          label={text.name}
          most={120}
          value={name}
          error={isTried && isMissing ? signIn.missing : undefined}
          onChange={({ target }) => {
            setName(target.value);
          }}
        />
        <SideChoice side={side} onChange={setSide} />
        <ParentChoice parent={parent} onChange={setParent} />
        {creating.error && <Note tone="failure">{errors[errorKey(creating.error)]}</Note>}
        <footer className={styles.actions}>
          <Button onClick={leave}>{app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={creating.isPending}>
            {text.add}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
