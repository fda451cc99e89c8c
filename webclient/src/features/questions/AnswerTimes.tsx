import { useText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import styles from './AnswerTimes.module.css';
import { answerDays } from './answerTimes.ts';
import { useAnswerTimes } from './useAnswerTimes.ts';

interface Props {
  department: Department;
  /// Where it stands by itself.
  heading?: string;
}

/// How fast a department usually answers, and of which questions that is true. An aside: nothing as long as nothing is
/// known.
export function AnswerTimes({ department, heading }: Props) {
  const { questions: { times: text } } = useText();
  const known = useAnswerTimes(department);
  if (!known) return null;
  const half = text.half(known.answered, answerDays);
  return (
    <section className={styles.times}>
      {heading !== undefined && <h2>{heading}</h2>}
      <p>{text.usually(known.duration)}</p>
      <p className={styles.counted}>{department.hours.length > 0 ? `${half} ${text.onlyOpen}` : half}</p>
    </section>
  );
}
