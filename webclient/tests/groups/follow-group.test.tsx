import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { choiceIn } from '../../src/features/groups/groupChoice.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { api } from '../../src/protocol/client.ts';
import type { Reading } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, group, me, page, post, reading, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What the button fetches is here already: a busy machine loads it slowly.
import '../../src/features/groups/FollowGroupChoices.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const path = '/api/groups/2/following';
const button = () => screen.getByRole('button', { name: /^Volgen van SSC & Verkoop/ });
const label = () => button().getAttribute('aria-label');
const held = () => queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs.map(({ reading: { following, every_post } }) => [following, every_post]);
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const groupOf = (first: Partial<Reading>, second: Partial<Reading>) =>
  group({ tabs: [{ ...tab(21), reading: reading(21, first) }, { ...tab(22), reading: reading(22, second) }] });

async function open(first: Partial<Reading> = {}, second: Partial<Reading> = {}) {
  await visit('/g/2/all', { groups: [groupOf(first, second)] });
  await act(() => network.pass(50));
}
async function choose(name: string) {
  await user().click(button());
  await user().click(await screen.findByRole('menuitemradio', { name }));
}
const set = (more: Partial<Reading>) => ({ items: [reading(21, { version: 5, ...more }), reading(22, { version: 5, ...more })] });

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

describe('What one wants of a whole group', () => {
  it('is offered where one looks at all of it, and says that it is for every part', async () => {
    await open({}, { following: 'muted' });
    expect(label()).toBe('Volgen van SSC & Verkoop: Verschilt per onderdeel');
    await user().click(button());
    const menu = await screen.findByRole('menu');
    expect(within(menu).getByText(/Dit geldt voor alle onderdelen die jij hier leest/)).toBeTruthy();
    expect(within(menu).queryAllByRole('menuitemradio', { checked: true })).toEqual([]);
    await expectAccessible(menu);
  });

  it('is one request for all, and shows at once', async () => {
    const asked = vi.spyOn(api, 'setGroupFollowing');
    await open();
    await choose('Elk bericht');
    expect(asked).toHaveBeenCalledWith({ group: 2, following: 'followed', every_post: true });
    expect(held()).toEqual([['followed', true], ['followed', true]]);
    await act(() => network.answer(path, set({ every_post: true })));
    expect(label()).toBe('Volgen van SSC & Verkoop: Je volgt dit, melding bij elk bericht');
    expect(said()).toEqual(['Je volgt alle onderdelen van SSC & Verkoop, met een melding bij elk bericht']);
  });

  it('is taken back when the server refuses it', async () => {
    await open({ every_post: true }, { following: 'unfollowed' });
    await choose('Niets');
    expect(held()).toEqual([['muted', false], ['muted', false]]);
    await act(() => network.answer(path, { status: 503, code: 'overloaded', request_id: 'R' }, 503));
    expect(held()).toEqual([['followed', true], ['unfollowed', false]]);
    expect(said()).toEqual(['Het is nu te druk. Probeer het zo opnieuw.']);
  });

  it('is undone part by part, but not where another device chose meanwhile', async () => {
    await open({ every_post: true }, { following: 'unfollowed' });
    await choose('Niets');
    await act(() => network.answer(path, set({ following: 'muted' })));
    await act(() => network.say(event('tab.followed', 2, { reading: reading(22, { version: 6 }) }, 'user:7')));
    const one = vi.spyOn(api, 'setFollowing');
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    await act(() => network.pass(10));
    await act(() => network.answer('/api/tabs/21/following', reading(21, { version: 7, every_post: true })));
    expect(one.mock.calls.map(([wanted]) => wanted)).toEqual([{ tab: 21, following: 'followed', every_post: true }]);
    expect(held()).toEqual([['followed', true], ['followed', false]]);
  });

  it('restores the other parts when one cannot be, and says so', async () => {
    await open({ every_post: true }, { following: 'unfollowed' });
    await choose('Niets');
    await act(() => network.answer(path, set({ following: 'muted' })));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    await act(() => network.pass(10));
    await act(() => network.answer('/api/tabs/21/following', { status: 404, code: 'not_found', request_id: 'R' }, 404));
    await act(() => network.answer('/api/tabs/22/following', reading(22, { version: 7, following: 'unfollowed' })));
    expect(held()).toEqual([['muted', false], ['unfollowed', false]]);
    expect(said()[0]).toMatch(/^Niet elk onderdeel is weer zoals het was\./);
  });

  it('has Home read once, not once for each part', async () => {
    const { queryKey } = feedQuery({ kind: 'home', part: 'unread' });
    await visit('/', { groups: [groupOf({}, { following: 'muted' })], knowing: () => queries.setQueryData(queryKey, { pages: [page([post(1)])] }) });
    await act(() => network.pass(50));
    const before = network.waiting.length;
    const followed = (id: number, seq: number) => event('tab.followed', seq, { reading: reading(id, { version: 3 }) }, 'user:7');
    await act(() => network.say(followed(21, 2), followed(22, 3)));
    expect(network.waiting.slice(before).filter((asked) => asked.startsWith('/api/home/posts'))).toHaveLength(1);
  });
});

describe('What holds for a group', () => {
  it('is what holds for each of its parts', () => {
    expect(choiceIn(groupOf({ every_post: true }, { every_post: true }))).toBe('all');
    expect(choiceIn(groupOf({}, {}))).toBe('own');
    expect(choiceIn(groupOf({ following: 'muted', every_post: true }, { following: 'muted' }))).toBe('none');
    expect(choiceIn(groupOf({ following: 'unfollowed' }, { following: 'unfollowed', every_post: true }))).toBe('unfollowed');
    expect(choiceIn(groupOf({}, { every_post: true }))).toBeUndefined();
  });
});
