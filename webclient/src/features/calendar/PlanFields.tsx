import { useState } from 'react';
import { Field } from '../../design/Field.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { isWall, wallAt } from '../../i18n/wall.ts';
import type { CalendarEvent } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import styles from './EventFields.module.css';
import { faultsOf, lengthOf, longestPlace, type PlanDraft, type PlanFaults, withBegin } from './plan.ts';

interface Props {
  plan: PlanDraft;
  /// As it stands, of an event that is there already.
  before?: CalendarEvent | undefined;
  isTried: boolean;
  /// When one last tried: what has gone by since the clock's last tick is said then.
  triedAt: number;
  onChange: (plan: PlanDraft) => void;
}

/// When people come together, where, and how many of them.
export function PlanFields({ plan, before, isTried, triedAt, onChange }: Props) {
  const { planFields: text } = useLaterText();
  const timeZone = useMyself()?.time_zone;
  const now = Math.max(useNow(), triedAt);
  const faults = faultsOf(plan, { now, timeZone, before });
  return (
    <>
      <WhenFields plan={plan} faults={faults} isTried={isTried} onChange={onChange} />
      <div className={styles.where}>
        <Field
          label={text.place}
          hint={text.placeHint}
          most={longestPlace}
          autoComplete="off"
          value={plan.place}
          onChange={({ target }) => onChange({ ...plan, place: target.value })}
        />
        <Field
          label={text.places}
          hint={text.placesHint}
          error={faults.places && (faults.places === 'few' ? text.few(before?.coming ?? 0) : text.number)}
          inputMode="numeric"
          autoComplete="off"
          value={plan.places}
          onChange={({ target }) => onChange({ ...plan, places: target.value })}
        />
      </div>
    </>
  );
}

interface WhenProps {
  plan: PlanDraft;
  faults: PlanFaults;
  isTried: boolean;
  onChange: (plan: PlanDraft) => void;
}

const hour = 3_600_000;

/// The end follows the begin, also one that is typed anew: then it takes as long as it did before.
function WhenFields({ plan, faults, isTried, onChange }: WhenProps) {
  const { planFields: text } = useLaterText();
  const timeZone = useMyself()?.time_zone;
  const dayOf = useDayOf();
  const now = useNow();
  const length = lengthOf(plan);
  const [lasted, setLasted] = useState(length ?? hour);
  if (length !== undefined && length !== lasted) setLasted(length);
  // Nobody has to be told what they have not filled in yet.
  const said = <Fault extends string>(fault: Fault | undefined) => (fault === 'missing' && !isTried ? undefined : fault);
  const begins = said(faults.begins);
  const ends = said(faults.ends);
  const isOneDay = plan.begins.slice(0, 10) === plan.ends.slice(0, 10);
  return (
    <div className={styles.when}>
      <Field
        type="datetime-local"
        label={text.begins}
        hint={dayOf(plan.begins)}
        error={begins && text.beginFaults[begins]}
        aria-required
        min={wallAt(now, timeZone)}
        value={plan.begins}
        onChange={({ target }) => onChange(withBegin(plan, target.value, lasted))}
      />
      <Field
        type="datetime-local"
        label={text.ends}
        hint={isOneDay ? undefined : dayOf(plan.ends)}
        error={ends && text.endFaults[ends]}
        aria-required
        min={plan.begins}
        value={plan.ends}
        onChange={({ target }) => onChange({ ...plan, ends: target.value })}
      />
    </div>
  );
}

/// Which day of the week it is: fields tell numbers only.
function useDayOf() {
  const moments = useMoments();
  return (wall: string): string | undefined => (isWall(wall) ? moments.calendar(wall.slice(0, 10)) : undefined);
}
