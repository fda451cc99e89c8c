import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { TextArea } from '../../design/TextArea.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { GroupId } from '../../protocol/generated.ts';
import styles from './BreakGlass.module.css';
import { breakGlass } from './changes.ts';

/// `limits::reason_min`
const shortest = 10;

/// For administrators, under "not there, or not yours to see": it does not tell which before the reason is on record.
export function BreakGlass({ group }: { group: GroupId }) {
  const text = useLaterText();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.glass}>
      <h2>{text.emergency.title}</h2>
      <p className={styles.hint}>{text.emergency.hint}</p>
      {isOpen ? (
        <Reason group={group} />
      ) : (
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {text.emergency.ask}
        </Button>
      )}
    </section>
  );
}

function Reason({ group }: { group: GroupId }) {
  const text = useLaterText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const attempt = useRef<{ reason: string; client_id: string }>(undefined);
  const opening = useMutation({
    mutationFn: () => {
      if (attempt.current?.reason !== reason) attempt.current = { reason, client_id: crypto.randomUUID() };
      return breakGlass(group, attempt.current.client_id, reason);
    },
  });
  const isShort = reason.trim().length < shortest;
  return (
    <Form
      className={styles.form}
      onSubmit={() => {
        setTried(true);
        if (!isShort && !opening.isPending) opening.mutate();
      }}
    >
      <TextArea
        label={text.emergency.reason}
        hint={text.emergency.reasonHint}
        error={isTried && isShort ? text.emergency.reasonShort : undefined}
        most={1000}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed became this field
        autoFocus
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      {opening.error && (
        <Note tone="failure">
          {hasCode(opening.error, 'not_found') ? text.emergency.nothing : text.errors[errorKey(opening.error)]}
          <Reference error={opening.error} />
        </Note>
      )}
      <Button type="submit" look="danger" className={styles.submit} aria-disabled={opening.isPending}>
        {text.emergency.open}
      </Button>
    </Form>
  );
}
