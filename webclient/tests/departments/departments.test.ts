import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { currentMe, meQuery } from '../../src/features/accounts/session.ts';
import { departmentsQuery, pathTo, treeOf, type Branch } from '../../src/features/departments/departments.ts';
import { holidaysQuery } from '../../src/features/departments/holidays.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { directoryQuery } from '../../src/features/people/directory.ts';
import { queries } from '../../src/state/queries.ts';
import { department, event, me, person, service } from '../make.ts';

const departures = { leftGroup: vi.fn(), lostTab: vi.fn(), lostStream: vi.fn() };
const cursors = [{ stream: 'organisation', cursor: 'g:10' }];
const stream = 'organisation';
const held = (id: number) => queries.getQueryData(departmentsQuery.queryKey)?.items.find((each) => each.id === id);

beforeEach(() => {
  queries.clear();
  vi.restoreAllMocks();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { version: 2 })], cursors });
  queries.setQueryData(servicesQuery.queryKey, { items: [service(5)], cursors });
  queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 1, items: [] }, cursors });
});

const drawn = (branches: Branch[]): unknown => branches.map(({ department: { id }, below }) => [id, drawn(below)]);

describe('The tree of departments', () => {
  const all = [
    department(1, { name: 'B' }),
    department(2, { name: 'A', parent: 1 }),
    department(3, { name: 'C', parent: 2 }),
    department(4, { name: 'A' }),
    department(5, { parent: 1, archived: true }),
    department(6, { name: 'Z', parent: 1, side: 'business' }),
  ];

  it('shows the open ones of a side, by name', () => {
    expect(drawn(treeOf(all, 'ssc'))).toEqual([
      [4, []],
      [1, [[2, [[3, []]]]]],
    ]);
  });

  it('puts on top what hangs below another side', () => {
    expect(drawn(treeOf(all, 'business'))).toEqual([[6, []]]);
  });

  it('knows the way down to a department', () => {
    expect(pathTo(all, department(3, { parent: 2 })).map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('An event of the organisation', () => {
  it('changes a department, adds a new one, and ignores what is older', () => {
    dispatch(event('department.changed', 11, { department: department(1, { version: 3, name: 'Finance' }) }, stream), departures);
    dispatch(event('department.changed', 12, { department: department(2) }, stream), departures);
    dispatch(event('department.changed', 13, { department: department(1, { version: 2, name: 'Oud' }) }, stream), departures);
    expect([held(1)?.name, held(2)?.name]).toEqual(['Finance', 'Afdeling 2']);
  });

  it('changes and removes services, and replaces holidays', () => {
    const services = () => queries.getQueryData(servicesQuery.queryKey)?.items.map(({ name }) => name);
    dispatch(event('service.changed', 11, { service: service(5, { version: 2, name: 'Betalen' }) }, stream), departures);
    dispatch(event('service.changed', 12, { service: service(6, { name: 'Aannemen' }) }, stream), departures);
    expect(services()).toEqual(['Aannemen', 'Betalen']);
    dispatch(event('service.removed', 13, { service: 5 }, stream), departures);
    expect(services()).toEqual(['Aannemen']);
    const items = [{ date: '2026-12-25', name: 'Kerst' }];
    dispatch(event('holidays.changed', 14, { holidays: { version: 2, items } }, stream), departures);
    expect(queries.getQueryData(holidaysQuery.queryKey)?.holidays.items).toEqual(items);
  });

  it('of a person reaches the directory and, if it is me, the profile menu', () => {
    const key = directoryQuery({}).queryKey;
    queries.setQueryData(key, { pages: [{ items: [person(3, 'Priya'), me.person], cursors }] });
    const names = () => queries.getQueryData(key)?.pages[0]?.items.map(({ name }) => name);
    dispatch(event('person.changed', 11, { person: { ...person(3, 'Priya Ramdin'), version: 2 } }, stream), departures);
    expect(names()).toEqual(['Priya Ramdin', me.person.name]);
    dispatch(event('person.changed', 12, { person: { ...me.person, version: 2, colour: 'moss' } }, stream), departures);
    expect(currentMe()?.person.colour).toBe('moss');
    dispatch(event('person.changed', 13, { person: { ...person(3, 'Priya'), version: 3, suspended: true } }, stream), departures);
    expect(names()).toEqual([me.person.name]);
  });
});
