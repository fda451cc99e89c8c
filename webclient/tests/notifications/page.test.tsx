import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import { api } from '../../src/protocol/client.ts';
import type { LiveEvent, Notification } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, group, groupNotification, me, notification, notificationList, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/notifications/NotificationsPage.tsx';

let network: Network;
const list = '/api/notifications';
const reading = '/api/notifications/reading';
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const refusal = { status: 500, code: 'internal', request_id: 'R' };
const main = () => within(screen.getByRole('main'));
const items = () => main().queryAllByRole('listitem');
const isUnread = (item: HTMLElement) => item.querySelector('p')?.textContent.startsWith('Ongelezen: ') === true;
const shown = () => items().map((item) => `${isUnread(item) ? '*' : ''}${/Reactie \d+/.exec(item.textContent)?.[0] ?? ''}`);
/// A link here, a button elsewhere.
const bell = () => within(screen.getByRole('banner', { name: 'Bovenbalk' })).getByLabelText(/^Meldingen/).getAttribute('aria-label');
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const allRead = () => screen.getByRole('button', { name: 'Alles gelezen' });
const changed = (seq: number) => event('notifications.changed', seq, { person: 7 }, 'user:7');

async function open(...notifications: Notification[]) {
  const drawn = await visit('/notifications', {
    knowing: () => queries.setQueryData(notificationsQuery.queryKey, notificationList(...notifications)),
  });
  await act(() => network.pass(50));
  return drawn;
}

async function openUnknown() {
  await visit('/notifications', { knowing: () => queries.removeQueries({ queryKey: notificationsQuery.queryKey }) });
  await act(() => network.pass(50));
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('The page with notifications', () => {
  it('says of each who did what, about which words, where and when, and whether it is unread', async () => {
    await open(notification(9), notification(8, { post: 6, read: true, tab: 22 }));
    const [first, second] = items().map(({ textContent }) => textContent);
    expect(first).toMatch(/^Ongelezen: Priya Ramdin reageert op je bericht“Reactie 9”SSC & Verkoop\u00A0› Algemeen/);
    expect(second).toMatch(/^Priya Ramdin reageert op je bericht“Reactie 8”SSC & Verkoop\u00A0› HR/);
    expect(items()[0]?.querySelector('time')?.dateTime).toBe(notification(9).at);
    expect(bell()).toBe('Meldingen, 1 ongelezen');
    expect(document.title).toBe('Meldingen · Plein');
    expect(main().getByText('Dit zijn je laatste meldingen. Oudere staan hier niet.')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('reads nothing by being looked at', async () => {
    await open(notification(9));
    await act(() => network.pass(30_000));
    expect(network.waiting).toEqual([]);
    expect(shown()).toEqual(['*Reactie 9']);
  });

  it('shows nothing of a group or a tab that one does not read', async () => {
    await open(notification(9), notification(8, { tab: 29 }), notification(7, { group: 9, tab: 91 }));
    expect(shown()).toEqual(['*Reactie 9']);
    expect(bell()).toBe('Meldingen, 1 ongelezen');
  });

  it('says what will come when there is nothing, and offers nothing to read', async () => {
    await open();
    expect(main().getByText('Je hebt nog geen meldingen.')).toBeTruthy();
    expect(main().getByText(/^Noemt iemand je/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Alles gelezen' })).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('shows that it is coming, then what came', async () => {
    await openUnknown();
    await act(() => network.pass(300));
    expect(main().getByRole('status').textContent).toBe('Even geduld…');
    await answer(list, notificationList(notification(9)));
    expect(shown()).toEqual(['*Reactie 9']);
  });

  it('says why it is not there, and asks again on demand', async () => {
    await openUnknown();
    await answer(list, { status: 403, code: 'forbidden', request_id: 'R-1' }, 403);
    expect(main().getByRole('alert').textContent).toContain('R-1');
    await user().click(main().getByRole('button', { name: 'Opnieuw proberen' }));
    await answer(list, notificationList(notification(9)));
    expect(shown()).toEqual(['*Reactie 9']);
  });
});

describe('Opening what a notification is about', () => {
  it('reads all that is about the same post, at once', async () => {
    const read = vi.spyOn(api, 'readNotifications');
    const { history } = await open(notification(9, { comment: 12 }), notification(8, { post: 6 }), notification(7, { kind: 'mention' }));
    await user().click(main().getByRole('link', { name: /noemt je/ }));
    expect(bell()).toBe('Meldingen, 1 ongelezen');
    expect(history.location.pathname).toBe('/p/5');
    expect(read.mock.calls).toEqual([[{ up_to: 9, post: 5 }]]);
  });

  it('that is a group reads what is about the group itself', async () => {
    const read = vi.spyOn(api, 'readNotifications');
    await open(notification(9), groupNotification(8));
    await user().click(main().getByRole('link', { name: /wil lid worden/ }));
    expect(read.mock.calls).toEqual([[{ up_to: 8, group: 2 }]]);
  });

  it('that was read asks nothing', async () => {
    const read = vi.spyOn(api, 'readNotifications');
    await open(notification(9, { read: true }), notification(8, { post: 6 }));
    await user().click(main().getByRole('link', { name: /Reactie 9/ }));
    expect(read).not.toHaveBeenCalled();
  });

  it('is unread again when the server does not take it, and nobody is bothered with that', async () => {
    await open(notification(9));
    await user().click(main().getByRole('link', { name: /Reactie 9/ }));
    expect(bell()).toBe('Meldingen');
    await answer(reading, refusal, 500);
    expect(bell()).toBe('Meldingen, 1 ongelezen');
    expect(said()).toEqual([]);
  });
});

describe('Reading all', () => {
  it('reads what stands there and no more', async () => {
    const read = vi.spyOn(api, 'readNotifications');
    await open(notification(9, { read: true }), notification(8), notification(7, { post: 6 }));
    await user().click(allRead());
    expect(shown()).toEqual(['Reactie 9', 'Reactie 8', 'Reactie 7']);
    expect(bell()).toBe('Meldingen');
    expect(read.mock.calls).toEqual([[{ up_to: 8 }]]);
    await answer(reading, undefined, 204);
    await say(changed(2));
    await answer(list, notificationList(notification(10), notification(8, { read: true })));
    expect(shown()).toEqual(['*Reactie 10', 'Reactie 8']);
  });

  it('keeps its button, which then has nothing to do', async () => {
    const read = vi.spyOn(api, 'readNotifications');
    await open(notification(9));
    await user().click(allRead());
    await answer(reading, undefined, 204);
    expect(allRead()).toBe(document.activeElement);
    expect(allRead().getAttribute('aria-disabled')).toBe('true');
    await user().keyboard('{Enter}');
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is taken back when the server refuses, with why', async () => {
    await open(notification(9));
    await user().click(allRead());
    expect(shown()).toEqual(['Reactie 9']);
    await answer(reading, refusal, 500);
    expect(shown()).toEqual(['*Reactie 9']);
    expect(said()).toEqual(['De meldingen als gelezen markeren lukte niet. Er ging bij ons iets mis. Probeer het zo opnieuw.']);
  });

  it('is not undone by a list that was asked for before', async () => {
    await open(notification(9));
    await say(changed(2));
    await user().click(allRead());
    await answer(reading, undefined, 204);
    await answer(list, notificationList(notification(9)));
    expect(shown()).toEqual(['Reactie 9']);
  });

  it('is not undone when a list that knows of it is asked for again before it is there', async () => {
    await open(notification(9));
    await user().click(allRead());
    await answer(reading, undefined, 204);
    await say(changed(2));
    await act(() => network.pass(1_000));
    await say(changed(3));
    await answer(list, notificationList(notification(9, { read: true })));
    expect(shown()).toEqual(['Reactie 9']);
    expect(network.waiting).toEqual([list]);
  });

  it('is forgotten once a list knows of it', async () => {
    await open(notification(9));
    await user().click(allRead());
    await answer(reading, undefined, 204);
    await say(changed(2));
    await answer(list, notificationList(notification(9)));
    expect(shown()).toEqual(['*Reactie 9']);
  });
});

describe('Notifications, live', () => {
  it('come at once, and many of them with one request a second', async () => {
    await open();
    await say(changed(2));
    await answer(list, notificationList(notification(9)));
    expect(shown()).toEqual(['*Reactie 9']);
    await say(changed(3), changed(4));
    await say(changed(5));
    expect(network.waiting).toEqual([]);
    await act(() => network.pass(1_000));
    await answer(list, notificationList());
    await act(() => network.pass(5_000));
    expect(network.waiting).toEqual([]);
  });

  it('leave with the group or the tab that one reads no more', async () => {
    await visit('/notifications', {
      groups: [group(), group({ group: { ...group().group, id: 4, name: 'Hardlopen' }, tabs: [tab(41, { group: 4 })] })],
      knowing: () => queries.setQueryData(notificationsQuery.queryKey, notificationList(notification(9), notification(8, { group: 4, tab: 41 }))),
    });
    await say(event('group.left', 2, { group: 2 }, 'user:7'));
    expect(shown()).toEqual(['*Reactie 8']);
    expect(queries.getQueryData(notificationsQuery.queryKey)?.items.map(({ id }) => id)).toEqual([8]);
    expect(network.waiting).toContain(list);
  });
});
