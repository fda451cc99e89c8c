import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { Person } from '../../protocol/generated.ts';

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: async () => {
    const { items } = await api.listDepartments({});
    return new Map(items.map((department) => [department.id, department]));
  },
});

/// What stands under a name: "payrolladministrateur, HR".
export function useJob(person: Person | undefined): string {
  const { data: departments } = useQuery(departmentsQuery);
  const department = person?.department === undefined ? undefined : departments?.get(person.department)?.name;
  return [person?.title, department].filter(Boolean).join(', ');
}
