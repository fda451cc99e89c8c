import type { AccountState, DepartmentId, Role } from '../../protocol/generated.ts';

/// What the list of accounts shows. It stands in the address, so that a filtered list can be shared and found back.
export interface AccountFilter {
  search?: string;
  department?: DepartmentId;
  role?: Role;
  state?: AccountState;
}

export const roles: readonly Role[] = ['employee', 'editor', 'moderator', 'administrator', 'guest'];
export const states: readonly AccountState[] = ['active', 'waiting', 'suspended'];

/// Out of an address, which anybody may have typed.
export function readAccountFilter(search: Record<string, unknown>): AccountFilter {
  const role = roles.find((each) => each === search.role);
  const state = states.find((each) => each === search.state);
  const department = Number.isSafeInteger(search.department) ? Number(search.department) : undefined;
  // The router reads digits as a number: a personnel number, for one.
  const words = typeof search.search === 'string' || typeof search.search === 'number' ? String(search.search) : '';
  return {
    ...(words === '' ? {} : { search: words.slice(0, 80) }),
    ...(department === undefined || department < 1 ? {} : { department }),
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state }),
  };
}
