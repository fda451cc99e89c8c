import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useHolidays } from './holidays.ts';
import { stateAt } from './hours.ts';
import styles from './OpenNow.module.css';

/// Whether somebody is there at this moment, and until when or from when. Nothing where no hours are told.
export function OpenNow({ department }: { department: Department }) {
  const { departments: text, moments } = useLaterText();
  const now = useNow();
  const state = stateAt(department, useHolidays(), now, useMe().time_zone);
  if (state.kind === 'unknown') return null;
  const words = () => {
    if (state.kind === 'open') return text.openUntil(moments.time(state.until));
    if (state.kind === 'holiday') return text.holidayToday(state.name);
    if (!state.opens) return text.closed;
    const { day, isToday, time } = state.opens;
    return isToday ? text.opensToday(moments.time(time)) : text.opensOn(text.days[day], moments.time(time));
  };
  return (
    <p className={styles.state} data-open={state.kind === 'open' || undefined}>
      {words()}
    </p>
  );
}
