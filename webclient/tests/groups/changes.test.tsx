import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchivedGroups } from '../../src/features/groups/ArchivedGroups.tsx';
import { BreakGlass } from '../../src/features/groups/BreakGlass.tsx';
import { CreateGroupPage } from '../../src/features/groups/CreateGroupPage.tsx';
import { EmergencyNow } from '../../src/features/groups/EmergencyNow.tsx';
import { EmergencyList } from '../../src/features/groups/EmergencyList.tsx';
import { draw, expectAccessible } from '../draw.tsx';
import { group } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const refusal = (status: number, code: string, field?: string) =>
  new Response(JSON.stringify({ status, code, field, request_id: 'R-1' }), { status });
const sent = (call: number) => JSON.parse(fetch.mock.calls[call]?.[1]?.body as string) as Record<string, unknown>;

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('A new group', () => {
  it('asks for a name before anything is sent', async () => {
    const { container } = await draw(<CreateGroupPage />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Maak de groep' }));
    expect(screen.getByRole('textbox', { name: 'Naam' }).getAttribute('aria-invalid')).toBe('true');
    expect(fetch).not.toHaveBeenCalled();
    await expectAccessible(container);
  });

  it('says beside the name that it is taken, and tries a changed one as another group', async () => {
    fetch.mockImplementation(() => Promise.resolve(refusal(409, 'conflict', 'name')));
    await draw(<CreateGroupPage />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Dokken');
    await user.click(screen.getByRole('radio', { name: 'visgraat' }));
    await user.click(screen.getByRole('button', { name: 'Maak de groep' }));
    expect(await screen.findByText(/Er is al een gesloten groep met deze naam/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Maak de groep' }));
    await waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), ' en scanners');
    await user.click(screen.getByRole('button', { name: 'Maak de groep' }));
    await waitFor(() => expect(fetch).toHaveBeenCalledTimes(3));
    expect(sent(0)).toMatchObject({ form: { name: 'Dokken', cover: 'herringbone', visibility: 'closed' }, owners: [] });
    expect(sent(1).client_id).toBe(sent(0).client_id);
    expect(sent(2).client_id).not.toBe(sent(0).client_id);
  });
});

describe('Emergency access', () => {
  it('is asked for with a reason, and tells only then that there is nothing', async () => {
    fetch.mockResolvedValue(refusal(404, 'not_found', 'group'));
    const { container } = await draw(<BreakGlass group={77} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Vraag noodtoegang' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom moet je erin?' }), 'te kort');
    await user.click(screen.getByRole('button', { name: 'Ga naar binnen' }));
    expect(screen.getByText('Schrijf minstens 10 tekens.')).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
    await user.type(screen.getByRole('textbox'), ' maar nu niet meer');
    await user.click(screen.getByRole('button', { name: 'Ga naar binnen' }));
    expect(await screen.findByText('Op dit adres is geen groep. Je poging is vastgelegd.')).toBeTruthy();
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/groups/77/emergency-accesses');
    await expectAccessible(container);
  });

  it('is shown to owners with its end and its reason', async () => {
    const hour = 3_600_000;
    const access = (start: number, reason: string, open = true) => ({
      group: 2,
      person: 3,
      reason,
      at: new Date(start).toISOString(),
      until: new Date(start + hour).toISOString(),
      open,
    });
    const items = [
      access(Date.now() - 60_000, 'er is dreiging'),
      access(Date.now() - 120_000, 'ging weer weg', false),
      access(Date.now() - 5 * hour, 'een oude zaak'),
    ];
    fetch.mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ items, people: [], cursors: [] }))));
    const { unmount } = await draw(<EmergencyList group={2} />);
    expect(await screen.findByText(/^Noodtoegang voor Priya Ramdin tot \d\d\.\d\d uur$/)).toBeTruthy();
    expect(screen.getByText('Omdat: een oude zaak')).toBeTruthy();
    unmount();
    await draw(<EmergencyList group={2} onlyNow />);
    expect(await screen.findByText('Omdat: er is dreiging')).toBeTruthy();
    expect(screen.queryByText('Omdat: een oude zaak')).toBeNull();
    expect(screen.queryByText('Omdat: ging weer weg'), 'left before the hour was over').toBeNull();
  });

  it('says until when to whoever is in by it', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await draw(<EmergencyNow view={group({ until })} />);
    expect(await screen.findByText(/^Je bent hier met noodtoegang, tot \d\d\.\d\d uur\./)).toBeTruthy();
  });
});

describe('Archived groups', () => {
  it('come back with a word', async () => {
    const archived = { group: group().group, archived_at: '2026-11-23T08:00:00.000Z' };
    fetch.mockImplementation((_path, init) =>
      Promise.resolve(
        init?.method === 'DELETE'
          ? new Response(null, { status: 204 })
          : new Response(JSON.stringify({ items: [archived], cursors: [] })),
      ),
    );
    const { container } = await draw(<ArchivedGroups />);
    expect(await screen.findByRole('heading', { name: 'Gearchiveerd' })).toBeTruthy();
    await expectAccessible(container);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Zet SSC & Verkoop terug' }));
    expect(fetch.mock.calls.find(([, init]) => init?.method === 'DELETE')?.[0]).toBe('/api/groups/2/archived');
  });
});
