import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { goneGroups } from '../../src/features/groups/events.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { Feed } from '../../src/features/posts/Feed.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { event, group, me, page, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';

let network: Network;
const home = '/api/home/posts?unread=true&per_tab=10&limit=100';
const listed = (stream: string) => ({ items: [group()], cursors: [{ stream, cursor: 'g:10' }] });

/// On a connection that lives.
async function aMinute() {
  for (let passed = 0; passed < 60; passed += 20) {
    await act(() => network.pass(20_000));
    await act(() => network.say({ type: 'pong' }));
  }
}

async function answerBoth() {
  await act(() => network.answer(home, page([post(1)])));
  await act(() => network.answer('/api/groups', listed('group:2')));
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  await draw(<Feed scope={{ kind: 'home', part: 'unread' }} places="none" empty="leeg" />);
  await act(() => network.answer(home, page([post(1)])));
});
afterEach(() => {
  network.close();
  queries.clear();
});

describe('A stream that the server refuses', () => {
  it('as one too many keeps its group: the list still names it', async () => {
    await act(() => network.say({ type: 'refused', stream: 'group:2' }));
    await act(() => network.answer('/api/groups', listed('group:2')));
    expect(goneGroups.get().has(2)).toBe(false);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(network.waiting).toEqual([]);
    expect(network.asked().filter((request) => request.includes('group:2'))).toHaveLength(1);
  });

  it('as not for this person takes its group along', async () => {
    await act(() => network.say({ type: 'refused', stream: 'group:2' }));
    await act(() => network.answer('/api/groups', { items: [], cursors: [] }));
    expect(screen.queryByRole('article')).toBeNull();
    expect(queries.getQueryData(groupsQuery.queryKey)?.items).toEqual([]);
  });

  it('as not for this person is live again when they are let in anew', async () => {
    await act(() => network.say({ type: 'refused', stream: 'group:2' }));
    await act(() => network.answer('/api/groups', { items: [], cursors: [] }));
    await act(() => network.say(event('group.joined', 2, { group: 2 }, 'user:7')));
    await act(() => network.pass(200));
    await act(() => network.answer('/api/groups', listed('group:2')));
    expect(network.asked().at(-1)).toContain('"group:2"');
    await act(() => network.say({ type: 'subscribed', stream: 'group:2', cursor: 'g:10' }));
    await act(() => network.say(event('post.created', 11, { post: post(2) })));
    expect(queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs[0]?.reading.unread).toBe(1);
  });

  it('as one too many is read now and then, until a new connection follows it', async () => {
    await act(() => network.say({ type: 'refused', stream: 'group:2' }));
    await act(() => network.answer('/api/groups', listed('group:2')));
    await aMinute();
    expect(network.waiting.toSorted()).toEqual(['/api/groups', home]);
    await answerBoth();
    await act(() => network.breakOff());
    expect(network.waiting.toSorted()).toEqual(['/api/groups', home]);
    await answerBoth();
    expect(network.asked().filter((request) => request.includes('group:2'))).toHaveLength(1);
    await act(() => network.say({ type: 'subscribed', stream: 'group:2', cursor: 'g:10' }));
    await aMinute();
    expect(network.waiting).toEqual([]);
  });
});
