import { useEffect, useState } from 'react';
import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent, EventPlan, PostId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { reschedule } from './actions.ts';
import { EventTerms } from './EventTerms.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { draftOf, isSamePlan } from './replan.ts';

interface Props {
  post: PostId;
  event: CalendarEvent;
  onClose: () => void;
}

/// Another time or place. When somebody else was first, what stands there now is shown, what one filled in stays, and saving
/// needs a second thought.
export function RescheduleDialog({ post, event, onClose }: Props) {
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
