import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Form } from '../../design/Form.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { momentOn, wallAt } from '../../i18n/wall.ts';
import type { PresenceSign } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { dayAfter, inAnHour, laterToday, startOf, tomorrow, untilFault } from './moments.ts';
import styles from './SignChoices.module.css';
import { useChoosing } from './useChoosing.ts';

/// What one can show for a while in the place of what one does.
export function SignChoices() {
  return (
    <>
      <DoNotDisturb />
      <OnLeave />
    </>
  );
}

function useSetting(sign: PresenceSign) {
  const choose = useChoosing();
  return (until: number) => choose({ shown: true, sign, until: new Date(until).toISOString() });
}

/// One press for what people choose most; a moment of one's own behind the last.
function DoNotDisturb() {
  const { ownPresence: words } = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const timeZone = useMyself()?.time_zone;
  const set = useSetting('do_not_disturb');
  const [isOwn, setOwn] = useState(false);
  const today = laterToday(now, timeZone);
  const next = tomorrow(now, timeZone);
  return (
    <Part title={words.doNotDisturb} hint={words.doNotDisturbHint}>
      <div className={styles.ways}>
        {/* From the moment of the press, not of the last tick. */}
        <Button onClick={() => set(inAnHour(Date.now()))}>{words.hour}</Button>
        {today !== undefined && <Button onClick={() => set(today)}>{words.today(moments.time(today))}</Button>}
        {next !== undefined && <Button onClick={() => set(next)}>{words.tomorrow(moments.time(next))}</Button>}
        {!isOwn && <Button look="quiet" onClick={() => setOwn(true)}>{words.ownTime}</Button>}
      </div>
      {isOwn && (
        <Until
          type="datetime-local"
          label={words.until}
          isWanted
          first={wallAt(now, timeZone)}
          missing={words.faults.missing}
          momentOf={(wall) => momentOn(wall, timeZone)}
          onSet={set}
        />
      )}
    </Part>
  );
}

function OnLeave() {
  const { ownPresence: words } = useLaterText();
  const timeZone = useMyself()?.time_zone;
  const set = useSetting('on_leave');
  return (
    <Part title={words.leave}>
      <Until
        type="date"
        label={words.back}
        first={dayAfter(useNow(), timeZone)}
        missing={words.faults.missingDay}
        momentOf={(date) => startOf(date, timeZone)}
        onSet={set}
      />
    </Part>
  );
}

interface UntilProps {
  type: 'date' | 'datetime-local';
  label: string;
  /// One has just pressed for it.
  isWanted?: boolean;
  first: string;
  missing: string;
  momentOf: (value: string) => number | undefined;
  onSet: (until: number) => Promise<void>;
}

function Until({ type, label, isWanted = false, first, missing, momentOf, onSet }: UntilProps) {
  const { ownPresence: words } = useLaterText();
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<ReturnType<typeof untilFault>>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);
  const submit = () => {
    const until = momentOf(value);
    const wrong = untilFault(until, Date.now());
    setFault(wrong);
    if (until !== undefined && wrong === undefined) void onSet(until);
    else field.current?.focus();
  };
  return (
    <Form className={styles.until} onSubmit={submit}>
      <Field
        ref={field}
        type={type}
        label={label}
        error={fault === 'missing' ? missing : fault && words.faults[fault]}
        aria-required
        min={first}
        value={value}
        onChange={({ target }) => {
          setFault(undefined);
          setValue(target.value);
        }}
      />
      <Button type="submit">{words.set}</Button>
    </Form>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
