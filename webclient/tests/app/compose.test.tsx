import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
