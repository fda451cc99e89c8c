import { beforeEach, describe, expect, it } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { groupsAfter, withoutGroup, withReading } from '../../src/features/groups/groups.ts';
import type { GroupList } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { at, event, group, me, post, reading, tab } from '../make.ts';

const list = (unread = 0): GroupList => ({
  items: [group({ tabs: [tab(21, {}, unread, at(1)), tab(22)] })],
  cursors: [{ stream: 'group:2', cursor: 'g:10' }],
});
const unreadOf = (groups: GroupList) => groups.items[0]?.tabs[0]?.reading.unread;

beforeEach(() => queries.setQueryData(meQuery.queryKey, me));

describe('The list of groups', () => {
  it('counts a new post by someone else as unread', () => {
    expect(unreadOf(groupsAfter(list(2), event('post.created', 11, { post: post(5) })))).toBe(3);
  });

  it('does not count a post twice that the answer had counted', () => {
    expect(unreadOf(groupsAfter(list(2), event('post.created', 10, { post: post(5) })))).toBe(2);
  });

  it('does not count my own post', () => {
    expect(unreadOf(groupsAfter(list(2), event('post.created', 11, { post: post(5, { author: 7 }) })))).toBe(2);
  });

  it('stops counting where the server stops', () => {
    expect(unreadOf(groupsAfter(list(100), event('post.created', 11, { post: post(5) })))).toBe(100);
  });

  it('takes a reading from another device, and ignores an older one', () => {
    const read = groupsAfter(
      list(4),
      event('tab.read', 2, { reading: reading(21, { version: 3, read_until: at(9) }) }, 'user:7'),
    );
    expect(unreadOf(read)).toBe(0);
    expect(unreadOf(withReading(read, reading(21, { version: 2, unread: 4 })))).toBe(0);
  });

  it('counts a post once that a reading counted before it came', () => {
    const counted = { stream: 'group:2', cursor: 'g:11' };
    const read = reading(21, { version: 3, unread: 1, read_until: at(4), counted });
    const marked = groupsAfter(list(4), event('tab.read', 2, { reading: read }, 'user:7'));
    const arrived = groupsAfter(marked, event('post.created', 11, { post: post(5) }));
    expect(unreadOf(arrived)).toBe(1);
    expect(unreadOf(groupsAfter(arrived, event('post.created', 12, { post: post(6) })))).toBe(2);
  });

  it('keeps the number of members', () => {
    const member = { group: 2, person: 9, role: 'member', version: 1, since: at(1) } as const;
    const more = groupsAfter(list(), event('member.added', 11, { member }));
    expect(more.items[0]?.member_count).toBe(32);
    expect(groupsAfter(more, event('member.removed', 12, { group: 2, person: 9 })).items[0]?.member_count).toBe(31);
  });

  it('loses a group that was left', () => {
    expect(withoutGroup(list(), 2).items).toEqual([]);
  });
});
