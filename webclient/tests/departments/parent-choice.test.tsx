import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { ParentChoice } from '../../src/features/departments/ParentChoice.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { department } from '../make.ts';

const finance = department(1, { name: 'Finance' });
const all = [
  department(4, { name: 'Crediteuren', parent: 2 }),
  department(3, { name: 'Verkoop' }),
  department(2, { name: 'Administratie', parent: 1 }),
  department(5, { name: 'Finance - Oost' }),
  department(6, { name: 'Zaal', parent: 1 }),
  department(7, { name: 'Weg', archived: true }),
  finance,
];

async function choices(of?: typeof finance) {
  await draw(<ParentChoice {...(of ? { of } : {})} parent={undefined} onChange={() => undefined} />);
  act(() => {
    queries.setQueryData(departmentsQuery.queryKey, { items: all, cursors: [] });
  });
  await screen.findByRole('option', { name: 'Verkoop' });
  return within(screen.getByRole('combobox', { name: 'Hoort bij' })).getAllByRole('option').slice(1).map((option) => option.textContent);
}

it('Where a department hangs is chosen from a tree: what is below a department stands right after it', async () => {
  expect(await choices()).toEqual([
    'Finance',
    'Finance › Administratie',
    'Finance › Administratie › Crediteuren',
    'Finance › Zaal',
    'Finance - Oost',
    'Verkoop',
  ]);
});

it('A department cannot hang below itself or what is below it', async () => {
  expect(await choices(finance)).toEqual(['Finance - Oost', 'Verkoop']);
});
