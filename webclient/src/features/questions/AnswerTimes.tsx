import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import styles from './AnswerTimes.module.css';
import { answerDays, answerTimesQuery, durationOf } from './answerTimes.ts';

interface Props {
  department: Department;
  /// Where it stands by itself.
  heading?: string;
}

/// How fast a department usually answers, and of which questions that is true. An aside: nothing as long as nothing is
/// known, and where too few questions were answered. Guests may not ask.
export function AnswerTimes({ department, heading }: Props) {
  const { questions: { times: text } } = useText();
  const isGuest = useMe().role === 'guest';
  const { data } = useQuery({ ...answerTimesQuery(department.id), enabled: !isGuest });
  if (data?.median_minutes === undefined) return null;
  const { unit, n } = durationOf(data.median_minutes, department);
  const half = text.half(data.answered, answerDays);
  return (
    <section className={styles.times}>
      {heading !== undefined && <h2>{heading}</h2>}
      <p>{text.usually(text[unit](n))}</p>
      <p className={styles.counted}>{department.hours.length > 0 ? `${half} ${text.onlyOpen}` : half}</p>
    </section>
  );
}
