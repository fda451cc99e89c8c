import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { Department, DepartmentId, Person } from '../../protocol/generated.ts';

const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: async () => {
    const { items } = await api.listDepartments({});
    return new Map(items.map((department) => [department.id, department]));
  },
});

/// All departments, by name.
export function useDepartments(): Department[] {
  const { data: departments } = useQuery(departmentsQuery);
  return departments ? [...departments.values()].toSorted((one, other) => one.name.localeCompare(other.name)) : [];
}

export function useDepartment(id: DepartmentId | undefined): Department | undefined {
  const { data: departments } = useQuery(departmentsQuery);
  return id === undefined ? undefined : departments?.get(id);
}

/// What stands under a name: "payrolladministrateur, HR".
export function useJob(person: Person | undefined): string {
  const department = useDepartment(person?.department);
  return [person?.title, department?.name].filter(Boolean).join(', ');
}
