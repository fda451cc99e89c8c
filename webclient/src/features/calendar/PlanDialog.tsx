import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Form } from '../../design/Form.tsx';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CalendarEvent, EventPlan } from '../../protocol/generated.ts';
import { isSame } from '../../state/isSame.ts';
import { useMyself } from '../accounts/session.ts';
import eventStyles from './EventFields.module.css';
import { isSound, type PlanDraft, planOf } from './plan.ts';
import { PlanFields } from './PlanFields.tsx';

interface Props {
  title: string;
  /// What comes of it.
  hint: string;
  action: string;
  /// What stands in the fields at first.
  start: PlanDraft;
  /// As it stands now, of an event that is there already.
  before?: CalendarEvent;
  /// What happened meanwhile.
  note?: ReactNode;
  /// False when it did not arrive: what was filled in stays.
  onSend: (plan: EventPlan) => Promise<boolean>;
  onClose: () => void;
}

/// When and where, of an event whose words are there already.
export function PlanDialog({ title, hint, action, start, before, note, onSend, onClose }: Props) {
  const text = useText();
  const timeZone = useMyself()?.time_zone;
  const form = useRef<HTMLFormElement>(null);
  const [first] = useState(start);
  const [plan, setPlan] = useState(first);
  const [tries, setTries] = useState(0);
  const [triedAt, setTriedAt] = useState(0);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(tries === 0 ? 'input' : '[aria-invalid]')?.focus();
  }, [tries]);
  const { leave, question } = useUnsaved(!isSame(plan, first), onClose);
  const submit = async () => {
    if (isSending) return;
    const terms = { now: Date.now(), timeZone, before };
    if (!isSound(plan, terms)) {
      setTries(tries + 1);
      setTriedAt(terms.now);
      return;
    }
    setSending(true);
    if (await onSend(planOf(plan, terms))) onClose();
    else setSending(false);
  };
  return (
    <Dialog title={title} onClose={leave}>
      <Form ref={form} className={styles.form} onSubmit={() => void submit()}>
        <p className={eventStyles.hint}>{hint}</p>
        {note}
        <PlanFields plan={plan} before={before} isTried={tries > 0} triedAt={triedAt} onChange={setPlan} />
        <footer className={styles.answers}>
          <Button onClick={leave}>{text.app.cancel}</Button>
          <Button type="submit" look="primary" aria-disabled={isSending}>
            {action}
          </Button>
        </footer>
      </Form>
      {question}
    </Dialog>
  );
}
