import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import type { Addressee, Department, DepartmentId } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import { departmentOf } from '../departments/targets.ts';
import { useAnswerTimes } from './useAnswerTimes.ts';

/// Where a question goes with this target, what is promised there and how fast it usually goes, in words; nothing when no
/// department is known. `otherwise` has it when nothing is chosen.
export function useGoesTo(target: Addressee, otherwise?: DepartmentId): string | undefined {
  const text = useLaterText();
  const services = useServices();
  const id = departmentOf(target, services) ?? otherwise;
  const department = useDepartments().find((each) => each.id === id);
  const usual = useAnswerTimes(department)?.duration;
  return department && wordsOf(department, usual, text);
}

function wordsOf({ name, answer_hours: hours }: Department, usual: string | undefined, text: AllWords): string {
  const { goesTo, promises, usually } = text.targetField;
  const said = [goesTo(name)];
  if (hours !== undefined) said.push(promises(name, hours));
  // After the promise it is plain who answers.
  if (usual !== undefined) said.push(hours === undefined ? `${text.questions.times.usually(usual)}.` : usually(usual));
  return said.join(' ');
}
