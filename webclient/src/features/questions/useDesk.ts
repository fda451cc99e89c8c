import type { Addressee, Department, DepartmentId } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import { departmentOf, isNobody } from '../departments/targets.ts';

/// The department that is asked with this target, or `otherwise` when nothing is chosen; nothing where nobody can be asked, or
/// nothing is.
export function useDesk(target: Addressee | undefined, otherwise: DepartmentId | undefined): Department | undefined {
  const services = useServices(target !== undefined);
  const id = target && (isNobody(target) ? otherwise : departmentOf(target, services));
  return useDepartments().find((department) => department.id === id && !department.archived);
}
