import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectoryRow } from '../../src/features/joining/DirectoryRow.tsx';
import { Requests } from '../../src/features/joining/Requests.tsx';
import type { GroupKind, GroupStanding, JoinRequest } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, group } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown) => new Response(JSON.stringify(body));
const request: JoinRequest = { group: 2, person: 3, note: 'Ik plan de ritten.', since: at(1) };

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('A request to join', () => {
  const owned = group({ role: 'owner', pending_requests: 1 });

  it('shows who asks and why, and is declined with a word', async () => {
    fetch.mockResolvedValueOnce(answer({ items: [request], people: [], cursors: [] }));
    fetch.mockResolvedValueOnce(new Response(null, { status: 204 }));
    const { container } = await draw(<Requests view={owned} />);
    expect(await screen.findByText('Ik plan de ritten.')).toBeTruthy();
    await expectAccessible(container);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Wijs af: verzoek van Priya Ramdin' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: 'Een woord aan Priya Ramdin' }), 'Na mei weer.');
    await user.click(within(dialog).getByRole('button', { name: 'Wijs af' }));
    expect(fetch.mock.calls[1]).toMatchObject(['/api/groups/2/requests/3', { method: 'DELETE', body: '{"word":"Na mei weer."}' }]);
    expect(screen.queryByText('Ik plan de ritten.')).toBeNull();
  });
});

describe('A group in the directory', () => {
  const sign = (kind: GroupKind) => ({ group: 9, name: 'Hardlopen', kind, colour: 'moss', cover: 'waves' }) as const;
  const row = (kind: GroupKind, standing: GroupStanding) => (
    <ul>
      <DirectoryRow entry={{ sign: sign(kind), standing, own_department: false }} />
    </ul>
  );

  it('is joined at once when it is for an interest', async () => {
    fetch.mockResolvedValueOnce(answer({ standing: 'member' }));
    await draw(row('interest', 'none'));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Word lid van Hardlopen' }));
    expect(fetch.mock.calls[0]).toMatchObject(['/api/groups/9/request', { method: 'PUT', body: '{}' }]);
  });

  it('is asked, with a note for who wants to, when it is for work', async () => {
    fetch.mockResolvedValueOnce(answer({ standing: 'requested' }));
    fetch.mockResolvedValue(answer({ items: [], declined: [], people: [], cursors: [] }));
    await draw(row('work', 'none'));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Vraag lid te worden van Hardlopen' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Verstuur verzoek' }));
    expect(fetch.mock.calls[0]).toMatchObject(['/api/groups/9/request', { method: 'PUT' }]);
  });

  it('offers to withdraw what waits', async () => {
    fetch.mockResolvedValueOnce(answer({ standing: 'none' }));
    const { container } = await draw(row('work', 'requested'));
    await expectAccessible(container);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Trek in: verzoek voor Hardlopen' }));
    expect(fetch.mock.calls[0]).toMatchObject(['/api/groups/9/request', { method: 'DELETE' }]);
  });
});
