import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../src/design/Toasts.tsx';
import { toasts } from '../../src/design/toast.ts';
import { AddMember } from '../../src/features/groups/AddMember.tsx';
import type { GroupStanding } from '../../src/protocol/generated.ts';
import { api } from '../../src/protocol/client.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, person } from '../make.ts';

const bram = person(4, 'Bram Kuipers');
const femke = person(5, 'Femke Boersma');
const invited = (id: number) => ({ group: 2, person: id, role: 'member' as const, inviter: 7, since: at(1) });

/// The owner looks for somebody, and these are found, of whom some were invited.
async function search(...invitations: number[]) {
  vi.spyOn(api, 'listCandidates').mockResolvedValue({ items: [bram, femke] });
  vi.spyOn(api, 'listInvitations').mockResolvedValue({ items: invitations.map(invited), people: [], cursors: [] });
  const drawn = await draw(
    <>
      <AddMember group={2} />
      <Toasts />
    </>,
  );
  await userEvent.setup().type(screen.getByRole('searchbox'), 'ku');
  await screen.findByText(bram.name);
  return drawn;
}
const rowOf = async (name: string) => {
  const row = (await screen.findByText(name)).closest('li');
  if (!row) throw new Error('no row');
  return within(row);
};
const answered = (standing: GroupStanding) => vi.spyOn(api, 'setInvitation').mockResolvedValue({ standing });
const inviteBram = () => userEvent.setup().click(screen.getByRole('button', { name: 'Nodig uit: Bram Kuipers' }));

beforeEach(() => toasts.clear());
afterEach(() => vi.restoreAllMocks());

describe('Whom an owner finds to add', () => {
  it('is shown as invited when they were already, and can still be let in at once', async () => {
    const { container } = await search(femke.id);
    const row = await rowOf(femke.name);
    expect(await row.findByText('Uitgenodigd')).toBeTruthy();
    expect(row.getAllByRole('button').map((button) => button.textContent)).toEqual(['Uitgenodigd', 'Voeg toe']);
    expect(row.getByRole('button', { name: 'Uitgenodigd: Femke Boersma' }).getAttribute('aria-disabled')).toBe('true');
    const other = await rowOf(bram.name);
    expect(other.queryByText('Uitgenodigd')).toBeNull();
    expect(other.getAllByRole('button')).toHaveLength(2);
    await expectAccessible(container);
  });

  it('is said to get an invitation, and then shown so', async () => {
    await search();
    const invite = answered('invited');
    vi.spyOn(api, 'listInvitations').mockResolvedValue({ items: [invited(bram.id)], people: [], cursors: [] });
    await inviteBram();
    expect(await screen.findByText('Bram Kuipers krijgt een uitnodiging')).toBeTruthy();
    expect(invite.mock.calls[0]?.[0]).toEqual({ group: 2, person: bram.id, role: 'member' });
    expect(await (await rowOf(bram.name)).findByText('Uitgenodigd')).toBeTruthy();
  });

  it('is said to be in when they came in meanwhile', async () => {
    await search();
    answered('member');
    await inviteBram();
    expect(await screen.findByText('Bram Kuipers is al lid')).toBeTruthy();
    expect(screen.queryByText('Bram Kuipers krijgt een uitnodiging')).toBeNull();
  });
});
