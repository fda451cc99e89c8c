import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { Services } from '../../src/features/departments/Services.tsx';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { department, person, service } from '../make.ts';

const hr = department(1, { name: 'HR', side: 'ssc' });
const sales = department(2, { name: 'Verkoop', side: 'business' });

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => vi.unstubAllGlobals());

async function drawFor(worksIn: number, isManaged: boolean) {
  const drawn = await draw(<Services department={hr} isManaged={isManaged} />);
  queries.setQueryData(departmentsQuery.queryKey, { items: [hr, sales], cursors: [] });
  queries.setQueryData(servicesQuery.queryKey, { items: [service(5, { owner: 40 + worksIn })], cursors: [] });
  learnPeople([{ ...person(40 + worksIn, 'Bram Kuipers'), department: worksIn }]);
  await screen.findByText('Bram Kuipers');
  return drawn;
}

describe('A service whose owner left the SSC', () => {
  it('says so to those who can choose another', async () => {
    await drawFor(2, true);
    expect(screen.getByText('De eigenaar werkt niet meer bij het SSC. Kies een andere.')).toBeTruthy();
  });

  it('says nothing to others, and nothing while the owner is there', async () => {
    const { unmount } = await drawFor(2, false);
    expect(screen.queryByText(/werkt niet meer/)).toBeNull();
    unmount();
    await drawFor(1, true);
    expect(screen.queryByText(/werkt niet meer/)).toBeNull();
  });
});
