import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { Department, DepartmentId } from '../../protocol/generated.ts';

/// How fast a department answers, as the server counts it over its last questions.

const aMinute = 60_000;

/// One answer more hardly changes it: no event has it read again.
export const answerTimesQuery = (department: DepartmentId) =>
  queryOptions({
    queryKey: ['answer times', department] as const,
    queryFn: () => api.getAnswerTimes({ department }),
    staleTime: aMinute,
  });

/// `limits::answer_days`
export const answerDays = 90;

export interface Duration {
  unit: 'minutes' | 'hours' | 'openHours' | 'days';
  n: number;
}

const anHour = 60;
const aDay = 24 * anHour;

/// As people say it, and never shorter than it was: minutes, half hours, whole hours from ten on. Days only by the clock:
/// a day of opening hours is as long as the department likes.
export function durationOf(minutes: number, { hours }: Pick<Department, 'hours'>): Duration {
  const isOfOpening = hours.length > 0;
  if (minutes < anHour) return { unit: 'minutes', n: Math.max(1, minutes) };
  if (!isOfOpening && minutes >= 2 * aDay) return { unit: 'days', n: Math.ceil(minutes / aDay) };
  const n = minutes < 10 * anHour ? Math.ceil(minutes / (anHour / 2)) / 2 : Math.ceil(minutes / anHour);
  return { unit: isOfOpening ? 'openHours' : 'hours', n };
}
