import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import { api } from '../../src/protocol/client.ts';
import type { Notification, NotificationKind } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, groupNotification, me, notification, notificationList } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What Home fetches is here already: a busy machine loads it slowly.
import '../../src/features/home/ForYou.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const block = () => screen.queryByRole('region', { name: 'Voor jou' });
const lines = () => within(block() ?? expect.fail('nothing is for me')).getAllByRole('listitem');

async function open(...items: Notification[]) {
  const drawn = await visit('/', { knowing: () => queries.setQueryData(notificationsQuery.queryKey, notificationList(...items)) });
  await act(() => network.pass(50));
  return drawn;
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

describe('What is for this person, on Home', () => {
  it('stands above the feed in the words of the notification, and one press opens and reads it', async () => {
    const read = vi.spyOn(api, 'readNotifications');
    const { history } = await open(notification(9, { kind: 'mention' }), notification(8, { kind: 'answered', post: 6 }));
    expect(lines()).toHaveLength(2);
    await expectAccessible(block() ?? expect.fail());
    await user().click(screen.getByRole('link', { name: /Priya Ramdin noemt je/ }));
    expect(history.location.pathname).toBe('/p/5');
    expect(read).toHaveBeenCalledWith({ up_to: 9, post: 5 });
  });

  it('is what others said to them, of the kinds that wait, and of posts only', async () => {
    const kinds: NotificationKind[] = ['mention', 'praise', 'reply', 'answered', 'routed', 'overdue'];
    const others: NotificationKind[] = ['comment', 'must_read', 'affects', 'posted'];
    await open(...[...others, ...kinds].map((kind, index) => notification(index + 1, { kind, post: index + 1 })));
    expect(lines()).toHaveLength(5);
    expect(within(block() ?? expect.fail()).queryByText(/reageert op je bericht|vraagt je dit te lezen/)).toBeNull();
    expect(within(block() ?? expect.fail()).getByRole('link', { name: 'Alle meldingen' }).getAttribute('href')).toBe('/notifications');
  });

  it('is not of a group itself', async () => {
    await open(groupNotification(20, { kind: 'mention' }));
    expect(block()).toBeNull();
  });

  it('is nothing when all is read, and goes when another device reads it', async () => {
    await open(notification(9, { kind: 'mention', read: true }));
    expect(block()).toBeNull();
    await act(() => network.say(event('notifications.changed', 2, { person: 7 }, 'user:7')));
    await act(() => network.answer('/api/notifications', notificationList(notification(10, { kind: 'reply' }))));
    expect(lines()).toHaveLength(1);
    await act(() => network.say(event('notifications.changed', 3, { person: 7 }, 'user:7')));
    await act(() => network.pass(1_000));
    await act(() => network.answer('/api/notifications', notificationList(notification(10, { kind: 'reply', read: true }))));
    expect(block()).toBeNull();
  });
});
