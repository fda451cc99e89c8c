import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import type { Department, DepartmentId, QuestionTarget } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import { departmentOf } from './targets.ts';

/// Where a question goes with this target, and what is promised there, in words; nothing when no department is known.
/// `otherwise` has it when nothing is chosen.
export function useGoesTo(target: QuestionTarget, otherwise?: DepartmentId): string | undefined {
  const text = useLaterText();
  const services = useServices();
  const id = departmentOf(target, services) ?? otherwise;
  const department = useDepartments().find((each) => each.id === id);
  return department && wordsOf(department, text);
}

function wordsOf({ name, answer_hours: hours }: Department, { targetField: text }: AllWords): string {
  return hours === undefined ? text.goesTo(name) : `${text.goesTo(name)} ${text.promises(name, hours)}`;
}
