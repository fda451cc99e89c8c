import type { Addressee, Department, Person, Service } from '../../protocol/generated.ts';
import { leads } from '../departments/addressee.ts';

/// For whose desk somebody is: who works in a department, its heads and deputies, and who owns a service. Pure.

export function isForDeskOf(
  me: Person,
  { department, service }: Addressee,
  departments: readonly Department[],
  services: readonly Service[],
): boolean {
  if (department !== undefined && department === me.department) return true;
  if (departments.some((each) => each.id === department && leads(each, me.id))) return true;
  return services.some(({ id, owner }) => id === service && owner === me.id);
}

export const hasDesk = (me: Person, departments: readonly Department[], services: readonly Service[]): boolean =>
  me.department !== undefined || departments.some((each) => leads(each, me.id)) || services.some(({ owner }) => owner === me.id);
