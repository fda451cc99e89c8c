import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { follow, showFollowing } from '../../src/features/groups/following.ts';
import { groupsAfter, groupsQuery, hasMutedNews, unreadIn } from '../../src/features/groups/groups.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { Following, GroupView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { event, group, me, page, post, reading, tab } from '../make.ts';

const home = feedQuery({ kind: 'home', part: 'unread' }).queryKey;
const fetch = vi.fn<typeof globalThis.fetch>();

function groupWith(following: Following, unread: number): GroupView {
  const view = tab(22, {}, unread);
  view.reading.following = following;
  return group({ tabs: [tab(21, {}, 2), view] });
}
const held = () => queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs[0]?.reading;
const onHome = () => queries.getQueryData(home)?.pages[0]?.items.map((view) => view.post.id);

beforeEach(() => {
  vi.stubGlobal('fetch', fetch);
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [tab(21)] })], cursors: [] });
  queries.setQueryData(home, { pages: [page([post(2), post(1, { tab: 22 })])] });
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('What counts as unread', () => {
  it('is what one follows', () => {
    expect(unreadIn(groupWith('followed', 3))).toBe(5);
    expect(unreadIn(groupWith('unfollowed', 3))).toBe(2);
    expect(unreadIn(groupWith('muted', 3))).toBe(2);
  });

  it('is a dot where it is muted', () => {
    expect(hasMutedNews(groupWith('muted', 3))).toBe(true);
    expect(hasMutedNews(groupWith('muted', 0))).toBe(false);
    expect(hasMutedNews(groupWith('unfollowed', 3))).toBe(false);
  });
});

describe('A choice', () => {
  const muted = reading(21, { version: 4, unread: 1, following: 'muted' });

  it('on another device is taken over, and an older one ignored', () => {
    const list = { items: [group({ tabs: [tab(21)] })], cursors: [] };
    const after = groupsAfter(list, event('tab.followed', 2, { reading: muted }, 'user:7'));
    expect(after.items[0]?.tabs[0]?.reading).toEqual(muted);
    const older = event('tab.followed', 3, { reading: { ...muted, version: 3, following: 'followed' } }, 'user:7');
    expect(groupsAfter(after, older)).toBe(after);
  });

  it('shows at once, and takes the tab off Home', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify(muted)));
    const kept = follow(21, 'muted');
    expect(held()?.following).toBe('muted');
    await kept;
    expect(held()).toEqual(muted);
    expect(onHome()).toEqual([1]);
  });

  it('is taken back when the server refuses it', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify({ status: 500, code: 'internal', request_id: 'R' }), { status: 500 }));
    await expect(follow(21, 'muted')).rejects.toThrow();
    expect(held()?.following).toBe('followed');
    expect(onHome()).toEqual([2, 1]);
  });

  it('to follow has Home read again', () => {
    showFollowing({ ...muted, following: 'followed' });
    expect(queries.getQueryState(home)?.isInvalidated).toBe(true);
  });
});
