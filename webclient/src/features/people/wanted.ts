import type { DepartmentId, Side } from '../../protocol/generated.ts';
import { sides } from '../departments/departments.ts';

/// What somebody looks for in the directory, as it stands in the address.
export interface Wanted {
  search?: string | undefined;
  side?: Side | undefined;
  department?: DepartmentId | undefined;
}

/// An address that somebody typed may hold anything: what is not ours is left out.
export function readWanted(address: Record<string, unknown>): Wanted {
  const { search, department } = address;
  const side = sides.find((each) => each === address.side);
  return {
    ...(typeof search === 'string' && search !== '' ? { search: search.slice(0, 40) } : {}),
    ...(side === undefined ? {} : { side }),
    ...(typeof department === 'number' && Number.isSafeInteger(department) && department > 0 ? { department } : {}),
  };
}
