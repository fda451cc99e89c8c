import { queryOptions, useQuery } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type {
  Department,
  DepartmentId,
  DepartmentList,
  EditDepartment,
  LiveEvent,
  Person,
  PersonId,
  Side,
} from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { useMe } from '../accounts/session.ts';

/// In the order in which they stand everywhere.
export const sides: readonly Side[] = ['ssc', 'business', 'external'];

/// All departments, archived ones too. Guests read names and sides, once; everyone else follows them.
export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: () => readLive(() => api.listDepartments({}), departmentsAfter),
});

export function departmentsAfter(list: DepartmentList, event: LiveEvent): DepartmentList {
  return event.type === 'department.changed'
    ? after(list, event, (before) => withDepartment(before, event.data.department))
    : list;
}

/// From an answer or an event. An older version is ignored.
function withDepartment(list: DepartmentList, department: Department): DepartmentList {
  const known = list.items.find(({ id }) => id === department.id);
  if (known && known.version >= department.version) return list;
  return { ...list, items: [...list.items.filter((each) => each !== known), department] };
}

export function applyToDepartments(change: (list: DepartmentList) => DepartmentList): void {
  queries.setQueryData(departmentsQuery.queryKey, (list) => (list ? change(list) : list));
}

const none: Department[] = [];
export const useDepartments = (): Department[] => useQuery(departmentsQuery).data?.items ?? none;

/// Those that one can choose, by name.
export const useOpenDepartments = (): Department[] =>
  useDepartments()
    .filter(({ archived }) => !archived)
    .toSorted((one, other) => one.name.localeCompare(other.name));

export function useDepartment(id: DepartmentId | undefined): Department | undefined {
  return useDepartments().find((department) => department.id === id);
}

/// What stands under a name: "payrolladministrateur, HR".
export function useJob(person: Person | undefined): string {
  const department = useDepartment(person?.department);
  return [person?.title, department?.name].filter(Boolean).join(', ');
}

export interface Branch {
  department: Department;
  below: Branch[];
}

/// The open departments of one side as trees, each level by name. One whose parent is on another side stands on top.
export function treeOf(departments: readonly Department[], side: Side): Branch[] {
  const open = departments.filter((each) => each.side === side && !each.archived);
  const ids = new Set(open.map(({ id }) => id));
  const byName = open.toSorted((one, other) => one.name.localeCompare(other.name));
  const below = (parent: DepartmentId | undefined): Branch[] =>
    byName
      .filter((each) => (each.parent !== undefined && ids.has(each.parent) ? each.parent : undefined) === parent)
      .map((department) => ({ department, below: below(department.id) }));
  return below(undefined);
}

/// The departments from the top down to this one's parent.
export function pathTo(departments: readonly Department[], department: Department): Department[] {
  const parent = departments.find(({ id }) => id === department.parent);
  return parent ? [...pathTo(departments, parent), parent] : [];
}

export interface Management {
  /// Administrators: everything of every department.
  whole: boolean;
  /// Its heads: description, deputies, hours and what they promise, services.
  part: boolean;
}

export function useManagement(department: Department | undefined): Management {
  const { person, role } = useMe();
  const whole = role === 'administrator';
  return { whole, part: whole || (department?.heads.includes(person.id) ?? false) };
}

export async function createDepartment(name: string, side: Side, parent: DepartmentId | undefined, clientId: string) {
  const made = await api.createDepartment({
    client_id: clientId,
    name,
    side,
    ...(parent === undefined ? {} : { parent }),
  });
  applyToDepartments((list) => withDepartment(list, made));
  return made;
}

/// While it is being filled in: a choice can be taken back.
export interface DepartmentDraft extends Omit<EditDepartment, 'parent' | 'partner' | 'answer_hours'> {
  parent: DepartmentId | undefined;
  partner: PersonId | undefined;
  answer_hours: number | undefined;
}

export async function editDepartment({ parent, partner, answer_hours, ...rest }: DepartmentDraft): Promise<void> {
  const changed = await api.editDepartment({
    ...rest,
    ...(parent === undefined ? {} : { parent }),
    ...(answer_hours === undefined ? {} : { answer_hours }),
    // Only business departments have one.
    ...(partner === undefined || rest.side !== 'business' ? {} : { partner }),
  });
  applyToDepartments((list) => withDepartment(list, changed));
}

/// The live channel may be behind. Done once they are here; without an answer they stay as they are.
export const readDepartmentsAfresh = (): Promise<void> => queries.invalidateQueries({ queryKey: departmentsQuery.queryKey });

export async function setArchived(department: DepartmentId, archived: boolean): Promise<void> {
  const changed = await (archived ? api.archiveDepartment({ department }) : api.restoreDepartment({ department }));
  applyToDepartments((list) => withDepartment(list, changed));
}
