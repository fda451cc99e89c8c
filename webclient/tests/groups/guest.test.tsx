import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../src/protocol/generated.ts';
import { expectAccessible } from '../draw.tsx';
import { group, tab } from '../make.ts';
import { visit } from '../visit.tsx';

const fetch = vi.fn<typeof globalThis.fetch>();
const guestIn = (...tabs: ReturnType<typeof tab>[]) => group({ role: 'guest', tabs });
const as: Partial<Me> = { role: 'guest', rights: [] };
const composer = () => screen.queryByRole('button', { name: /^Wat wil je delen/ });
const nothingOpen = () => screen.queryByText('Hier is nog niets wat je kunt lezen');

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('A guest in a group', () => {
  it('of which no tab is open to them reads that, and is asked for nothing', async () => {
    const { container } = await visit('/g/2/all', { as, groups: [guestIn()] });
    expect(await screen.findByText('Hier is nog niets wat je kunt lezen')).toBeTruthy();
    expect(screen.getByText('Een eigenaar van de groep kan een onderdeel voor je openen.')).toBeTruthy();
    expect(composer()).toBeNull();
    expect(screen.queryByText('Hier staat nog niets.')).toBeNull();
    expect(fetch.mock.calls.map(([path]) => path).filter((path) => path === '/api/groups/2/posts')).toEqual([]);
    await expectAccessible(container);
  });

  it('writes in the tab that is open to them', async () => {
    await visit('/g/2/all', { as, groups: [guestIn(tab(21, { audience: 'guests' }))] });
    await screen.findByRole('button', { name: /^Wat wil je delen/ });
    expect(nothingOpen()).toBeNull();
  });

  it('can leave from the page about it, where others go by its members', async () => {
    const { history } = await visit('/g/2/about', { as, groups: [guestIn()] });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Groep verlaten' }));
    expect(screen.getByText('Je ziet deze groep niet meer. Wil je terug, vraag dan een eigenaar je uit te nodigen.')).toBeTruthy();
    fetch.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Groep verlaten' }));
    expect(fetch.mock.calls.at(-1)).toMatchObject(['/api/groups/2/members/7', { method: 'DELETE' }]);
    await waitFor(() => expect(history.location.pathname).toBe('/groups'));
  });
});

it('A member leaves by the list of members, not by the page about the group', async () => {
  await visit('/g/2/about');
  expect(await screen.findByRole('heading', { level: 1, name: 'SSC & Verkoop' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Groep verlaten' })).toBeNull();
});
