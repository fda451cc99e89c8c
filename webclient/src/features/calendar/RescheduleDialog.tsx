import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Note } from '../../design/Note.tsx';
import { useHasCome } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent, EventPlan, PostId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { reschedule } from './actions.ts';
import { Ended } from './Ended.tsx';
import { EventTerms } from './EventTerms.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { draftOf, isSamePlan } from './replan.ts';

interface Props {
  post: PostId;
  event: CalendarEvent;
  onClose: () => void;
}

/// Another time or place, while there is something to move: what ended meanwhile is closed alone.
export function RescheduleDialog(props: Props) {
  const { event } = props;
  const isOver = useHasCome(event.ends);
  return isOver || event.cancel_reason !== undefined ? <EndedMeanwhile {...props} /> : <Rescheduling {...props} />;
}

/// When somebody else was first, what stands there now is shown, what one filled in stays, and saving
/// needs a second thought.
function Rescheduling({ post, event, onClose }: Props) {
  const text = useLaterText();
  const { rescheduling } = text;
  const timeZone = useMyself()?.time_zone;
  const { sequence } = event;
  const [seen, setSeen] = useState(sequence);
  const [sent, setSent] = useState<EventPlan>();
  const [isSending, setSending] = useState(false);
  const isChanged = sequence > seen && !isSending;
  // What one chose did arrive, though its answer got lost.
  const hasArrived = isChanged && sent !== undefined && isSamePlan(event, sent);
  useEffect(() => {
    if (hasArrived) onClose();
  }, [hasArrived, onClose]);
  const send = async (plan: EventPlan): Promise<boolean> => {
    if (isSamePlan(event, plan)) return true;
    setSeen(sequence);
    setSent(plan);
    setSending(true);
    const isDone = await reschedule({ post, sequence, plan }, text);
    setSending(false);
    return isDone;
  };
  return (
    <PlanDialog
      title={rescheduling.title}
      hint={rescheduling.hint}
      action={isChanged ? text.composer.overwrite : text.composer.save}
      start={draftOf(event, timeZone)}
      before={event}
      note={
        isChanged && (
          <Note tone="failure">
            <p>{rescheduling.meanwhile}</p>
            <EventTerms plan={event} />
          </Note>
        )
      }
      onSend={send}
      onClose={onClose}
    />
  );
}

function EndedMeanwhile({ event, onClose }: Props) {
  const text = useLaterText();
  const { title, ended } = text.rescheduling;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.form}>
        <Note tone="failure">
          <p>{ended}</p>
        </Note>
        <Ended event={event} />
        <footer className={styles.answers}>
          <Button ref={button} onClick={onClose}>
            {text.app.close}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
