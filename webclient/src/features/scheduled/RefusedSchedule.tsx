import { useState } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import { momentOn, wallAt } from '../../i18n/wall.ts';
import { hasCode } from '../../protocol/errors.ts';
import { useMyself } from '../accounts/session.ts';
import { type Outgoing, postAt, retry } from '../posts/outbox.ts';
import { WaysOn } from '../posts/WaysOn.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';

/// An own post that cannot be kept for the moment that was chosen: why, and what can be done.
export function RefusedSchedule({ outgoing }: { outgoing: Outgoing }) {
  const text = useLaterText();
  const { scheduleDialog: words, whenField } = text;
  const timeZone = useMyself()?.time_zone;
  const [isChoosing, setChoosing] = useState(false);
  const { request: { publish_at: publishAt, event, poll }, error } = outgoing;
  if (hasCode(error, 'full')) return <WaysOn outgoing={outgoing} why={words.full} action={text.app.retry} run={retry} />;
  const last = event?.begins ?? poll?.closes_at;
  return (
    <>
      <WaysOn outgoing={outgoing} why={whenField.refused} action={words.chooseAnew} run={() => setChoosing(true)} />
      {isChoosing && (
        <ScheduleDialog
          start={publishAt === undefined ? undefined : wallAt(Date.parse(publishAt), timeZone)}
          before={last === undefined ? undefined : Date.parse(last)}
          isTried
          onChoose={(wall) => postAt(new Date(momentOn(wall, timeZone) ?? 0).toISOString(), outgoing)}
          onNow={() => postAt(undefined, outgoing)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
