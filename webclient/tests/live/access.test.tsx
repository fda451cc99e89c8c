import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { goneGroups } from '../../src/features/groups/events.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { Feed } from '../../src/features/posts/Feed.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw } from '../draw.tsx';
import { group, me, page, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';

let network: Network;
const listed = (stream: string) => ({ items: [group()], cursors: [{ stream, cursor: 'g:10' }] });

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  await draw(<Feed scope={{ kind: 'home', part: 'unread' }} places="none" empty="leeg" />);
  await act(() => network.answer('/api/home/posts?unread=true&per_tab=10&limit=100', page([post(1)])));
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
});
