import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Choices } from '../../design/Choices.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Form } from '../../design/Form.tsx';
import { Note } from '../../design/Note.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { momentOn } from '../../i18n/wall.ts';
import { useMyself } from '../accounts/session.ts';
import { handyTimes } from './handy.ts';
import { whenFault } from './when.ts';
import { WhenField } from './WhenField.tsx';

interface Props {
  /// The wall that was chosen before.
  start: string | undefined;
  /// By when it has to be there.
  before?: number | undefined;
  /// One tried to send it at that moment: what is wrong with it is said at once.
  isTried?: boolean;
  onChoose: (wall: string) => void;
  /// Not later after all.
  onNow?: (() => void) | undefined;
  onClose: () => void;
}

const own = 'own';

/// When a post is to be published: one of a few handy moments, or a moment of one's own.
export function ScheduleDialog({ start, before, isTried: isTriedAtFirst = false, onChoose, onNow, onClose }: Props) {
  const text = useLaterText();
  const { scheduling, scheduleDialog: words, whenField } = text;
  const timeZone = useMyself()?.time_zone;
  const nameOf = useNames();
  const [handy] = useState(() => handyTimes(Date.now(), timeZone));
  const [choice, setChoice] = useState(() => (start === undefined ? handy[0] ?? own : handy.includes(start) ? start : own));
  const [wall, setWall] = useState(start ?? '');
  const [triedAt, setTriedAt] = useState(() => (isTriedAtFirst ? Date.now() : 0));
  const form = useRef<HTMLFormElement>(null);
  const isOwn = choice === own;
  const chosen = isOwn ? wall : choice;
  const fault = triedAt > 0 ? whenFault(chosen, { now: triedAt, timeZone, before }) : undefined;
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    (wrong ?? form.current?.querySelector<HTMLElement>('input:checked'))?.focus();
  }, [triedAt]);
  const submit = () => {
    const now = Date.now();
    if (whenFault(chosen, { now, timeZone, before }) === undefined) onChoose(chosen);
    else setTriedAt(now);
  };
  const turn = (next: string) => {
    // Whoever wants a moment of their own begins at the one that stood there.
    if (next === own && wall === '') setWall(choice);
    setChoice(next);
  };
  return (
    <Dialog title={scheduling.later} onClose={onClose}>
      <Form ref={form} className={styles.form} onSubmit={submit}>
        <p>{words.hint}</p>
        <Choices
          label={words.when}
          value={choice}
          choices={[...handy.map((each) => ({ value: each, words: nameOf(each) })), { value: own, words: words.own }]}
          onChange={turn}
        />
        {isOwn && <WhenField value={wall} before={before} isTried={triedAt > 0} triedAt={triedAt} onChange={setWall} />}
        {!isOwn && fault && <Note tone="failure">{whenField.faults[fault]}</Note>}
        <footer className={styles.answers}>
          {onNow ? <Button onClick={onNow}>{words.now}</Button> : <Button onClick={onClose}>{text.app.cancel}</Button>}
          <Button type="submit" look="primary">
            {words.choose}
          </Button>
        </footer>
      </Form>
    </Dialog>
  );
}

/// "Morgen om 08.00 uur"
function useNames() {
  const text = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const timeZone = useMyself()?.time_zone;
  return (wall: string): string => {
    const moment = momentOn(wall, timeZone) ?? now;
    return text.scheduling.moment(moments.day(new Date(moment).toISOString(), now), moments.time(moment));
  };
}
