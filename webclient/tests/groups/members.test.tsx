import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemberRow } from '../../src/features/groups/MemberRow.tsx';
import type { Member } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, group } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const priya: Member = { group: 2, person: 3, role: 'member', version: 1, since: at(1) };
const row = (isManaged: boolean, member = priya) => (
  <ul>
    <MemberRow member={member} group={group().group} isManaged={isManaged} />
  </ul>
);

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('A member in the list', () => {
  it('is only shown to who does not own the group', async () => {
    await draw(row(false));
    expect(screen.getByText('Priya Ramdin')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('gets another role', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify({ ...priya, role: 'moderator', version: 2 })));
    const { container } = await draw(row(true));
    await expectAccessible(container);
    await userEvent.setup().selectOptions(screen.getByRole('combobox', { name: 'Rol van Priya Ramdin' }), 'moderator');
    expect(fetch.mock.calls[0]).toMatchObject(['/api/groups/2/members/3', { method: 'PUT', body: '{"role":"moderator"}' }]);
  });

  it('is removed only after a second word', async () => {
    fetch.mockResolvedValue(new Response(null, { status: 204 }));
    await draw(row(true));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Haal Priya Ramdin uit de groep' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Priya Ramdin uit de groep halen?' });
    expect(fetch).not.toHaveBeenCalled();
    await user.click(within(dialog).getByRole('button', { name: 'Uit de groep halen' }));
    expect(fetch.mock.calls[0]).toMatchObject(['/api/groups/2/members/3', { method: 'DELETE' }]);
  });

  it('cannot remove himself here: leaving is a word of its own', async () => {
    await draw(row(true, { ...priya, person: 7, role: 'owner' }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
