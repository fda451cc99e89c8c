import { useState } from 'react';
import { useNow } from '../../i18n/clock.ts';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { EventPlan } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { eventAt, type Outgoing, postAsUpdate, retry } from '../posts/outbox.ts';
import { whyUntitled } from '../titles/untitled.ts';
import type { WayOn } from '../posts/wayOn.ts';
import { WaysOn } from '../posts/WaysOn.tsx';
import { lengthOf, newEvent, type PlanDraft, withBegin } from './plan.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { draftOf } from './replan.ts';

interface Props {
  outgoing: Outgoing;
  plan: EventPlan;
}

/// An own event that the server refused: why, and what can be done.
export function RefusedEvent({ outgoing, plan }: Props) {
  const text = useLaterText();
  const { eventRefused, eventWriting } = text;
  const timeZone = useMyself()?.time_zone;
  const now = useNow();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <WaysOn outgoing={outgoing} {...wayOn(outgoing, plan, now, text, () => setChoosing(true))} />
      {isChoosing && (
        <PlanDialog
          title={eventRefused.title}
          hint={eventRefused.hint}
          action={eventWriting.submit}
          start={laterThan(plan, now, timeZone)}
          onSend={(next) => {
            eventAt(next, outgoing);
            return Promise.resolve(true);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/// The same again, unless that would be refused again.
function wayOn({ error }: Outgoing, plan: EventPlan, now: number, words: AllWords, chooseAnew: () => void): WayOn {
  const { eventRefused: text, newsRefused, app, errors } = words;
  const untitled = whyUntitled('event', error, words);
  if (untitled !== undefined) return { why: untitled, action: newsRefused.asUpdate, run: postAsUpdate };
  if (hasCode(error, 'invalid_request') && Date.parse(plan.ends) <= now) return { why: text.isLate, action: text.chooseAnew, run: chooseAnew };
  return { why: errors[errorKey(error)], action: app.retry, run: retry };
}

const hour = 3_600_000;

/// As long as it was to take, from when a new one would begin.
function laterThan(plan: EventPlan, now: number, timeZone: string | undefined): PlanDraft {
  const draft = draftOf(plan, timeZone);
  return withBegin(draft, newEvent(now, timeZone).begins, lengthOf(draft) ?? hour);
}
