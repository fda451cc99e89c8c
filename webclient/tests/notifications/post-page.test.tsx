import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import { api } from '../../src/protocol/client.ts';
import type { Notification } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { event, me, notification, notificationList, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';

let network: Network;
const reading = '/api/notifications/reading';
const read = () => vi.spyOn(api, 'readNotifications');
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const cursors = [{ stream: 'group:2', cursor: 'g:10' }];

async function openPost(...notifications: Notification[]) {
  await visit('/p/5', { knowing: () => queries.setQueryData(notificationsQuery.queryKey, notificationList(...notifications)) });
  await act(() => network.pass(50));
  await answer('/api/posts/5', { view: viewOf(post(5)), quoted: [], people: [], cursors });
}

async function hears(seq: number, ...notifications: Notification[]) {
  await act(() => network.say(event('notifications.changed', seq, { person: 7 }, 'user:7')));
  await act(() => network.pass(1_000));
  await answer('/api/notifications', notificationList(...notifications));
}

function show(state: 'visible' | 'hidden') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
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
});

describe('The own page of a post', () => {
  it('reads all that the list has about it, and nothing of another', async () => {
    const calls = read();
    await openPost(notification(9, { post: 6 }), notification(8, { kind: 'mention' }), notification(7));
    expect(calls.mock.calls).toEqual([[{ up_to: 8, post: 5 }]]);
  });

  it('asks nothing when that was read', async () => {
    const calls = read();
    await openPost(notification(9, { post: 6 }), notification(8, { read: true }));
    expect(calls).not.toHaveBeenCalled();
  });

  it('reads what comes while one is there', async () => {
    const calls = read();
    await openPost();
    await hears(2, notification(9));
    expect(calls.mock.calls).toEqual([[{ up_to: 9, post: 5 }]]);
    await answer(reading, undefined, 204);
    await hears(3, notification(9, { at: notification(12).at, read: false }));
    expect(calls).toHaveBeenCalledTimes(2);
  });

  it('reads nothing behind other tabs, until one comes back', async () => {
    const calls = read();
    show('hidden');
    await openPost(notification(9));
    expect(calls).not.toHaveBeenCalled();
    show('visible');
    expect(calls.mock.calls).toEqual([[{ up_to: 9, post: 5 }]]);
  });

  it('does not try again what the server did not take, until more comes', async () => {
    const calls = read();
    await openPost(notification(9));
    await answer(reading, { status: 500, code: 'internal', request_id: 'R' }, 500);
    expect(calls).toHaveBeenCalledTimes(1);
    await hears(2, notification(10), notification(9));
    expect(calls.mock.lastCall).toEqual([{ up_to: 10, post: 5 }]);
    expect(calls).toHaveBeenCalledTimes(2);
  });
});
