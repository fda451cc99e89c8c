import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { queries } from '../../src/state/queries.ts';
import { at, event, group, me, post, reading, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';

let network: Network;
const unread = () => queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs[0]?.reading.unread;

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  void queries.query(groupsQuery);
  await network.answer('/api/groups', {
    items: [group({ tabs: [tab(21)] })],
    cursors: [{ stream: 'group:2', cursor: 'g:10' }],
  });
  await network.say({ type: 'subscribed', stream: 'group:2', cursor: 'g:10' });
});
afterEach(() => {
  network.close();
  queries.clear();
});

describe('The number of unread posts', () => {
  it('keeps a post that came before a reading that had not counted it', async () => {
    const counted = { stream: 'group:2', cursor: 'g:11' };
    await network.say(event('post.created', 11, { post: post(5) }), event('post.created', 12, { post: post(6) }));
    await network.say(event('tab.read', 2, { reading: reading(21, { version: 2, read_until: at(5), counted }) }, 'user:7'));
    expect(unread()).toBe(1);
  });

  it('is the same in whatever order a reading and a busy stream bring it', async () => {
    const counted = { stream: 'group:2', cursor: 'g:12' };
    const read = reading(21, { version: 2, unread: 1, read_until: at(5), counted });
    await network.say(event('post.created', 11, { post: post(5) }));
    await network.say(event('tab.read', 2, { reading: read }, 'user:7'));
    await network.say(event('post.created', 12, { post: post(6) }));
    expect(unread()).toBe(1);
  });
});
