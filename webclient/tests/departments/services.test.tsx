import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import type { Role, Service } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { department, service } from '../make.ts';
import { visit } from '../visit.tsx';

const none = () => screen.queryByText('Hier staan nog geen diensten.');
const heading = () => screen.queryByRole('heading', { name: 'Diensten en processen' });
const ways = () => screen.queryAllByRole('button', { name: 'Dienst of proces toevoegen' }).length;

async function open(role: Role, ...items: Service[]) {
  const knowing = () => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR' })], cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items, cursors: [] });
  };
  const visited = await visit('/departments/1', { as: { role }, knowing });
  await screen.findByRole('heading', { level: 1, name: 'HR' });
  return visited;
}

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => vi.unstubAllGlobals());

describe('A department without services', () => {
  it('invites an administrator to add the first, once', async () => {
    const { container } = await open('administrator');
    expect(none()).toBeTruthy();
    expect(screen.getByText('Zet erbij wat jullie voor anderen doen. Dan zijn jullie daarop te vinden.')).toBeTruthy();
    expect(ways()).toBe(1);
    await expectAccessible(container);
  });

  it('says nothing of them to an employee', async () => {
    await open('employee');
    expect([heading(), none(), ways()]).toEqual([null, null, 0]);
  });
});

it('A department shows its own services to an employee, and an administrator can add to them', async () => {
  const items = [service(1, { name: 'Verlof' }), service(2, { name: 'Kredietcheck', department: 2 })];
  const { unmount } = await open('employee', ...items);
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toContain('Verlof');
  expect([none(), screen.queryByText('Kredietcheck'), ways()]).toEqual([null, null, 0]);
  unmount();
  await open('administrator', ...items);
  expect([none(), ways()]).toEqual([null, 1]);
});
