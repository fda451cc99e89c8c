import type { LiveEvent } from '../../protocol/generated.ts';
import { applyToDepartments, departmentsAfter } from './departments.ts';
import { applyToHolidays, holidaysAfter } from './holidays.ts';
import { applyToServices, servicesAfter } from './services.ts';

export type DepartmentEvent = Extract<
  LiveEvent,
  { type: `department.${string}` | `service.${string}` | `holidays.${string}` }
>;

export function applyDepartmentEvent(event: DepartmentEvent): void {
  switch (event.type) {
    case 'department.changed':
      applyToDepartments((list) => departmentsAfter(list, event));
      return;
    case 'service.changed':
    case 'service.removed':
      applyToServices((list) => servicesAfter(list, event));
      return;
    case 'holidays.changed':
      applyToHolidays((list) => holidaysAfter(list, event));
      return;
    default:
      event satisfies never;
  }
}
