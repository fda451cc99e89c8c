import type { Addressee, Department, DepartmentId, Service } from '../../protocol/generated.ts';

/// To whom a question or an idea can go, as choices. Pure.
export interface Choice {
  id: string;
  name: string;
  /// Whose service it is; nothing of a department.
  of: string | undefined;
  target: Addressee;
  /// What it is found by.
  words: string;
}

/// Services first, since that is what one knows: by name, as the departments below them.
export function choicesOf(departments: readonly Department[], services: readonly Service[]): Choice[] {
  const open = departments.filter(({ archived }) => !archived);
  const ofServices = services.flatMap((service): Choice[] => {
    const department = open.find(({ id }) => id === service.department);
    return department ? [choiceOf(service, { service: service.id }, department.name)] : [];
  });
  const ofDepartments = open.map((department) => choiceOf(department, { department: department.id }));
  return [...ofServices.toSorted(byName), ...ofDepartments.toSorted(byName)];
}

/// Those in which every word stands, somewhere.
export function found(choices: readonly Choice[], typed: string): Choice[] {
  const words = typed.toLocaleLowerCase().trim().split(/\s+/);
  return choices.filter((choice) => words.every((word) => choice.words.includes(word)));
}

/// The department behind a target.
export const departmentOf = ({ department, service }: Addressee, services: readonly Service[]): DepartmentId | undefined =>
  service === undefined ? department : services.find(({ id }) => id === service)?.department;

/// It cannot be chosen any more, as far as this page knows.
export function isGone(target: Addressee, departments: readonly Department[], services: readonly Service[]): boolean {
  const id = departmentOf(target, services);
  // Whoever knows no service at all cannot tell that one is missing.
  if (id === undefined) return target.service !== undefined && services.length > 0;
  return departments.some((department) => department.id === id && department.archived);
}

export const isNobody = ({ department, service }: Addressee): boolean => department === undefined && service === undefined;

/// Departments and services count by themselves.
export const keyOf = ({ department, service }: Addressee): string | null => {
  if (service !== undefined) return `service:${String(service)}`;
  return department === undefined ? null : `department:${String(department)}`;
};

function choiceOf(
  { name, description }: Pick<Department, 'name' | 'description'>,
  target: Addressee,
  of?: string,
): Choice {
  const words = [name, description, of ?? ''].join(' ').toLocaleLowerCase();
  return { id: keyOf(target) ?? '', name, of, target, words };
}

const byName = ({ name: one }: Choice, { name: other }: Choice) => one.localeCompare(other);
