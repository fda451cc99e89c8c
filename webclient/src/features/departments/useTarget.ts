import { useText } from '../../i18n/text.tsx';
import type { Addressee } from '../../protocol/generated.ts';
import { useDepartment } from './departments.ts';
import { useService } from './services.ts';

/// "HR · Salaris en toeslagen": to whom a question or an idea went. Guests know departments only.
export function useTarget(to: Addressee): string | undefined {
  const { unknownDepartment } = useText().questions;
  const department = useDepartment(to.department);
  const service = useService(to.service);
  if (to.department === undefined) return undefined;
  const name = department?.name ?? unknownDepartment;
  return service ? `${name} · ${service.name}` : name;
}
