import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, me, notification, notificationList } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/notifications/NotificationsPage.tsx';
import '../../src/features/notifications/NotificationsPanel.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const list = '/api/notifications';
const header = () => within(screen.getByRole('banner', { name: 'Bovenbalk' }));
const opener = (name = 'Meldingen, 2 ongelezen') => header().getByRole('button', { name });
const setWidth = (width: number) => (window as unknown as { happyDOM: { setViewport: (to: { width: number }) => void } }).happyDOM.setViewport({ width });
const two = notificationList(notification(9), notification(8, { post: 6 }));

async function open(address = '/help') {
  const drawn = await visit(address, { knowing: () => queries.setQueryData(notificationsQuery.queryKey, two) });
  await act(() => network.pass(50));
  return drawn;
}

async function openPanel() {
  const drawn = await open();
  await user().click(opener());
  return { ...drawn, panel: await screen.findByRole('dialog', { name: 'Meldingen' }) };
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
  setWidth(1024);
});

describe('The bell', () => {
  it('says in words how many are unread, and follows', async () => {
    await open();
    await act(() => network.say(event('notifications.changed', 2, { person: 7 }, 'user:7')));
    await act(() => network.answer(list, notificationList(notification(9, { read: true }), notification(8, { post: 6 }))));
    expect(opener('Meldingen, 1 ongelezen')).toBeTruthy();
  });

  it('says nothing more when nothing is', async () => {
    await visit('/help');
    expect(opener('Meldingen').textContent).toBe('');
  });

  it('opens the list over the page, which reads nothing yet', async () => {
    const { panel, history } = await openPanel();
    expect(within(panel).getAllByRole('listitem')).toHaveLength(2);
    expect(opener('Meldingen, 2 ongelezen').getAttribute('aria-expanded')).toBe('true');
    expect(history.location.pathname).toBe('/help');
    expect(network.waiting).toEqual([]);
    expect(panel.contains(document.activeElement)).toBe(true);
    await expectAccessible(panel);
  });

  it('leads from a line to what it is about, and the list is gone', async () => {
    const { panel, history } = await openPanel();
    await user().click(within(panel).getByRole('link', { name: /Reactie 8/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(history.location.pathname).toBe('/p/6');
    expect(opener('Meldingen, 1 ongelezen')).toBeTruthy();
  });

  it('leads on to the page with all of it, where it is a link', async () => {
    const { panel, history } = await openPanel();
    await user().click(within(panel).getByRole('link', { name: 'Alle meldingen' }));
    expect(history.location.pathname).toBe('/notifications');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(header().getByRole('link', { name: 'Meldingen, 2 ongelezen' }).getAttribute('aria-current')).toBe('page');
  });

  it('closes by Escape, and the focus is at the bell again', async () => {
    await openPanel();
    await user().keyboard('{Escape}');
    await act(() => network.pass(50));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('is a link on a phone', async () => {
    setWidth(360);
    await open();
    expect(header().getByRole('link', { name: 'Meldingen, 2 ongelezen' }).getAttribute('href')).toBe('/notifications');
  });
});

describe('The keys g n', () => {
  it('lead to the notifications', async () => {
    const { history } = await open();
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'n' });
    await screen.findByRole('heading', { level: 1, name: 'Meldingen' });
    expect(history.location.pathname).toBe('/notifications');
  });

  it('stand in the help, with what the word means', async () => {
    await open();
    expect(await screen.findByText('Naar Meldingen')).toBeTruthy();
    expect(screen.getByText('Melding').tagName).toBe('DT');
  });
});
