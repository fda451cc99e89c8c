import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountForm } from '../../src/features/managed_accounts/AccountForm.tsx';
import { readAccountFilter } from '../../src/features/managed_accounts/filter.ts';
import { Managed } from '../../src/features/managed_accounts/Managed.tsx';
import type { ManagedAccount } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, person } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });
const account: ManagedAccount = {
  person: person(3, 'Priya Ramdin'),
  version: 4,
  state: 'active',
  email: 'priya@vaartland.example',
  role: 'employee',
  language: 'nl',
  created_at: at(1),
  last_seen_at: at(2),
};
const saved = () => JSON.parse(fetch.mock.calls[0]?.[1]?.body as string) as object;
const save = () => screen.getByRole('button', { name: 'Opslaan' });

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The form of an account', () => {
  it('sends all details with the version they were read in', async () => {
    fetch.mockImplementation(() => Promise.resolve(answer(200, { ...account, version: 5 })));
    const { container } = await draw(<AccountForm account={account} isOwn={false} />);
    await expectAccessible(container);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Personeelsnummer'), ' 10482 ');
    await user.click(save());
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/accounts/3');
    expect(saved()).toEqual({
      version: 4,
      name: 'Priya Ramdin',
      title: 'accountmanager',
      email: 'priya@vaartland.example',
      personnel_number: '10482',
      role: 'employee',
    });
  });

  it('asks once more before somebody becomes a guest', async () => {
    fetch.mockImplementation(() => Promise.resolve(answer(200, { ...account, role: 'guest', version: 5 })));
    await draw(<AccountForm account={account} isOwn={false} />);
    const user = userEvent.setup();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Rol' }), 'guest');
    await user.click(save());
    const question = await screen.findByRole('alertdialog', { name: 'Priya Ramdin gast maken?' });
    expect(fetch).not.toHaveBeenCalled();
    await user.click(within(question).getByRole('button', { name: 'Maak gast' }));
    await waitFor(() => {
      expect(saved()).toMatchObject({ role: 'guest' });
    });
  });

  it('says beside the field whose login it is', async () => {
    fetch.mockResolvedValue(answer(409, { status: 409, code: 'conflict', field: '$.email', request_id: 'R-1' }));
    await draw(<AccountForm account={account} isOwn={false} />);
    const user = userEvent.setup();
    const email = screen.getByLabelText('E-mailadres');
    await user.clear(email);
    await user.type(email, 'roos@vaartland.example');
    await user.click(save());
    expect(await screen.findByText('Iemand anders heeft dit e-mailadres al.')).toBeTruthy();
    expect(email.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was typed when somebody else was first, until one asks for theirs', async () => {
    fetch.mockResolvedValue(answer(409, { status: 409, code: 'stale_version', field: '$.version', request_id: 'R-1' }));
    await draw(<AccountForm account={account} isOwn={false} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Functie'), ' en meer');
    await user.click(save());
    expect(await screen.findByText(/Iemand anders heeft deze gegevens intussen aangepast/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Functie').value).toBe('accountmanager en meer');
    await user.click(screen.getByRole('button', { name: 'Bekijk de nieuwe gegevens' }));
    expect(screen.getByLabelText<HTMLInputElement>('Functie').value).toBe('accountmanager');
  });

  it('does not offer the own role', async () => {
    await draw(<AccountForm account={account} isOwn />);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Rol' }).disabled).toBe(true);
  });
});

describe('The pages of administrators', () => {
  it('are not there for who manages nobody', async () => {
    await draw(<Managed>geheim</Managed>);
    expect(screen.queryByText('geheim')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Dit is er niet, of je kunt het niet zien' })).toBeTruthy();
  });

  it('read a filter out of any address', () => {
    expect(readAccountFilter({ search: 10482, department: 2, role: 'guest', state: 'waiting' })).toEqual({
      search: '10482',
      department: 2,
      role: 'guest',
      state: 'waiting',
    });
    expect(readAccountFilter({ search: {}, department: -1, role: 'boss', state: 7, more: true })).toEqual({});
  });
});
