import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runOnArrival } from '../../src/state/commands.ts';
import { group, tab } from '../make.ts';
import { visit } from '../visit.tsx';

const readOnly = group({ tabs: [{ ...tab(21), may_post: false }] });
const where = () => screen.findByRole('dialog', { name: 'Waar wil je iets plaatsen?' });
const plus = () => screen.queryByRole('button', { name: 'Nieuw bericht' });

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => vi.unstubAllGlobals());

describe('Writing, from a page where one cannot write', () => {
  it('leads by the key to Home, which asks where', async () => {
    const { history } = await visit('/help');
    fireEvent.keyDown(document.body, { key: 'c' });
    await where();
    expect(history.location.pathname).toBe('/');
  });

  it('leads there by the + of the bottom bar too', async () => {
    const { history } = await visit('/groups');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Nieuw bericht' }));
    await where();
    expect(history.location.pathname).toBe('/');
  });

  it('is not offered to who can write nowhere: no +, and the key does nothing', async () => {
    const { history } = await visit('/help', { groups: [readOnly] });
    expect(screen.getByRole('navigation', { name: 'Snel naar' })).toBeTruthy();
    expect(plus()).toBeNull();
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(history.location.pathname).toBe('/help');
  });
});

describe('A composer that was waited for', () => {
  it('and never came, does not open on the next page', async () => {
    const { router } = await visit('/help', { groups: [readOnly, group({ group: { ...group().group, id: 5 }, tabs: [tab(51)] })] });
    runOnArrival('compose');
    await act(() => router.navigate({ to: '/g/$group/$tab', params: { group: '2', tab: '21' } }));
    await act(() => router.navigate({ to: '/g/$group/$tab', params: { group: '5', tab: '51' } }));
    expect(await screen.findByRole('button', { name: /Wat wil je delen/ })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Je bericht' })).toBeNull();
  });

  it('opens on the page that it was waited for on', async () => {
    const { router } = await visit('/help');
    runOnArrival('compose');
    await act(() => router.navigate({ to: '/g/$group/$tab', params: { group: '2', tab: '21' } }));
    expect(await screen.findByRole('textbox', { name: 'Je bericht' })).toBeTruthy();
  });
});

describe('Writing, in a group', () => {
  it('opens the composer that stands there', async () => {
    const { history } = await visit('/g/2/21');
    await screen.findByRole('button', { name: /Wat wil je delen/ });
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(await screen.findByRole('textbox', { name: 'Je bericht' })).toBe(document.activeElement);
    expect(history.location.pathname).toBe('/g/2/21');
  });

  it('leads from a tab that one only reads to Home, when one can write elsewhere', async () => {
    const { history } = await visit('/g/2/21', { groups: [readOnly, group({ group: { ...group().group, id: 5 }, tabs: [tab(51)] })] });
    fireEvent.keyDown(document.body, { key: 'c' });
    await where();
    expect(history.location.pathname).toBe('/');
  });
});
