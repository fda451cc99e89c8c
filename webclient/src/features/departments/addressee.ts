import type { Addressee, Department, Person, PersonId, Service } from '../../protocol/generated.ts';

/// To whom a question or an idea went, and what somebody has to do with that. Pure.

/// Who looks.
export interface Standing {
  me: Person;
  /// Of the group, and no guest.
  isMember: boolean;
  looksAfter: boolean;
  /// To which it went.
  department: Department | undefined;
  service: Service | undefined;
}

/// Heads and deputies answer for a department.
export const leads = ({ heads, deputies }: Department, person: PersonId | undefined): boolean =>
  person !== undefined && [...heads, ...deputies].includes(person);

/// To whom it went, when it went to somebody.
export function targetOf({ department, service }: Addressee): Addressee | undefined {
  if (service !== undefined) return { service };
  return department === undefined ? undefined : { department };
}
