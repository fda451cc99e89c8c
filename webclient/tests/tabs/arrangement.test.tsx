import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TabDialog } from '../../src/features/tabs/TabDialog.tsx';
import { TabList } from '../../src/features/tabs/TabList.tsx';
import type { Readers, Tab } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, tab } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const readers: Readers = { members: 31, guests: 2, departments: [{ department: 5, members: 6 }] };
const hr = department(5, { name: 'HR' });
const noOne = () => undefined;

const bodyOf = (call: number): unknown => JSON.parse((fetch.mock.calls[call]?.[1]?.body as string | undefined) ?? '');

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

const managed = [tab(21), tab(22)].map((view) => ({ ...view, may_manage: true }));
const owned = group({ role: 'owner', tabs: managed });
const names = () => screen.getAllByRole('listitem').map((row) => within(row).getAllByText(/Algemeen|HR/)[0]?.textContent);

describe('The list of tabs', () => {
  it('says of each who reads and posts', async () => {
    const { container } = await draw(<TabList view={owned} readers={readers} onEdit={noOne} />);
    expect(screen.getAllByText(/Hier lezen alle 31 leden mee. Iedereen die meeleest, plaatst berichten/)).toHaveLength(2);
    await expectAccessible(container);
  });

  it('moves by the arrow keys, shows it at once and sends the order when the hand rests', async () => {
    fetch.mockResolvedValue(answer({ items: [] }));
    await draw(<TabList view={owned} readers={readers} onEdit={noOne} />);
    const handle = screen.getByRole('button', { name: /^Verplaats Algemeen/ });
    handle.focus();
    fireEvent.keyDown(handle, { key: 'ArrowDown' });
    expect(names()).toEqual(['HR', 'Algemeen']);
    expect(screen.getByRole('status').textContent).toBe('Algemeen staat nu op plaats 2 van 2');
    expect(fetch).not.toHaveBeenCalled();
    await waitFor(() => { expect(fetch).toHaveBeenCalledTimes(1); }, { timeout: 3000 });
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/groups/2/tabs/order');
    expect(bodyOf(0)).toEqual({ tabs: [{ tab: 22, version: 1 }, { tab: 21, version: 1 }] });
  });

  it('has no handle for a head of a department, who changes the own tab alone', async () => {
    const tabs = [tab(21), { ...tab(22), may_manage: true }];
    await draw(<TabList view={group({ tabs })} readers={readers} onEdit={noOne} />);
    expect(screen.queryByRole('button', { name: /^Verplaats/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'HR aanpassen' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Algemeen aanpassen' })).toBeNull();
  });

  it('archives, and offers the way back', async () => {
    fetch.mockResolvedValue(new Response(null, { status: 204 }));
    await draw(<TabList view={owned} readers={readers} onEdit={noOne} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Meer doen met HR' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Archiveren' }));
    expect(fetch.mock.calls[0]).toMatchObject(['/api/tabs/22/archived', { method: 'PUT' }]);
  });
});

describe('The dialog of a tab', () => {
  const open = async (of: Tab | undefined, onClose = noOne) => {
    const drawn = await draw(<TabDialog group={owned.group} tab={of} readers={readers} taken={['Finance']} onClose={onClose} />);
    queries.setQueryData(['departments'], { items: [hr], cursors: [] });
    return drawn;
  };

  it('says who reads now and who will, and that it is lost to who does not work there', async () => {
    await open({ ...tab(22).tab, department: 5 });
    const user = userEvent.setup();
    const dialog = await screen.findByRole('dialog', { name: 'HR aanpassen' });
    expect(within(dialog).getByText(/Nu lezen alle 31 leden mee\./)).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: 'Alleen leden die bij HR werken' }));
    expect(within(dialog).getByText(/Nu lezen alle 31 leden mee\. Straks lezen alleen de 6 leden van HR mee\./)).toBeTruthy();
    expect(within(dialog).getByText(/Je werkt zelf niet bij HR/)).toBeTruthy();
    await expectAccessible(dialog);
  });

  it('sends all that a tab is, with the version that was edited', async () => {
    fetch.mockResolvedValue(answer({ ...tab(22).tab, version: 5 }));
    const onClose = vi.fn();
    await open({ ...tab(22).tab, version: 4 }, onClose);
    const user = userEvent.setup();
    const name = await screen.findByRole('textbox', { name: 'Naam' });
    await user.clear(name);
    await user.type(name, 'Mensen');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await waitFor(() => { expect(onClose).toHaveBeenCalled(); });
    expect(fetch.mock.calls[0]).toMatchObject(['/api/tabs/22', { method: 'PUT' }]);
    expect(bodyOf(0)).toEqual({
      version: 4, name: 'Mensen', audience: 'members', posting: 'everyone', default_mark: 'work',
    });
  });

  it('takes the name of a department for a new tab, and lets nobody limit one without', async () => {
    await open(undefined);
    const user = userEvent.setup();
    const limited = () => screen.getByRole('radio', { name: /^Alleen leden/ });
    await screen.findByRole('dialog', { name: 'Onderdeel toevoegen' });
    expect(limited()).toHaveProperty('disabled', true);
    await user.selectOptions(screen.getByRole('combobox', { name: /^Afdeling/ }), 'HR');
    expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveProperty('value', 'HR');
    await user.click(limited());
    await user.selectOptions(screen.getByRole('combobox', { name: /^Afdeling/ }), 'Geen afdeling');
    expect(screen.getByRole('radio', { name: 'Alle leden' })).toHaveProperty('checked', true);
  });

  it('takes no name that another has, whatever its case', async () => {
    await open(undefined);
    const user = userEvent.setup();
    await user.type(await screen.findByRole('textbox', { name: 'Naam' }), ' finance');
    await user.click(screen.getByRole('button', { name: 'Voeg toe' }));
    expect(screen.getByText('Een ander onderdeel heet al zo.')).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says how much still fits, and sends no name that is too long', async () => {
    await open(undefined);
    const user = userEvent.setup();
    const name = await screen.findByRole('textbox', { name: 'Naam' });
    await user.type(name, 'é'.repeat(29));
    expect(screen.getByText('Nog 2 tekens')).toBeTruthy();
    await user.type(name, 'éé');
    expect(screen.getByText('2 tekens te lang')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Voeg toe' }));
    expect(document.activeElement).toBe(name);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('asks for a name before it sends anything', async () => {
    await open(undefined);
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Voeg toe' }));
    expect(screen.getByText('Vul een naam in.')).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
  });
});
