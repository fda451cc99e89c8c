import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { answerTimesQuery, durationOf } from './answerTimes.ts';

interface Known {
  /// Within which it usually answers, in words: "3 openingsuren".
  duration: string;
  /// Over so many questions.
  answered: number;
}

/// How fast a department usually answers; nothing as long as nothing is known, and where too few questions were answered.
/// Guests may not ask.
export function useAnswerTimes(department: Department | undefined): Known | undefined {
  const { questions: { times: text } } = useText();
  const isGuest = useMe().role === 'guest';
  const { data } = useQuery({ ...answerTimesQuery(department?.id ?? 0), enabled: !isGuest && department !== undefined });
  if (!department || data?.median_minutes === undefined) return undefined;
  const { unit, n } = durationOf(data.median_minutes, department);
  return { duration: text[unit](n), answered: data.answered };
}
