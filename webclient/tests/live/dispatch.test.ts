import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { forgetGroup, forgetTab, goneGroups, goneTabs } from '../../src/features/groups/events.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { feedQuery, forgetPostsOf } from '../../src/features/posts/queries.ts';
import type { Scope } from '../../src/features/posts/feed.ts';
import { queries } from '../../src/state/queries.ts';
import { event, group, me, page, post, tab } from '../make.ts';

const inTab: Scope = { kind: 'tab', group: 2, tab: 21 };
const home: Scope = { kind: 'home', part: 'unread' };
const departures = { leftGroup: vi.fn(), lostTab: vi.fn(), lostStream: vi.fn() };

const shown = (scope: Scope) =>
  queries.getQueryData(feedQuery(scope).queryKey)?.pages.flatMap(({ items }) => items.map((view) => view.post.id));

beforeEach(() => {
  queries.clear();
  goneGroups.set(new Set());
  vi.clearAllMocks();
  queries.setQueryData(meQuery.queryKey, me);
  const cursors = [{ stream: 'group:2', cursor: 'g:10' }];
  queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [tab(21)] })], cursors });
  for (const scope of [inTab, home]) {
    queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([post(1)])] });
  }
});

describe('An event', () => {
  it('of a new post reaches every feed that is held, and the unread count', () => {
    dispatch(event('post.created', 11, { post: post(2) }), departures);
    expect([shown(inTab), shown(home)]).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs[0]?.reading.unread).toBe(1);
  });

  it('of another department or role makes the page ask who I am now', () => {
    dispatch(event('access.changed', 4, { person: me.person.id }), departures);
    expect(queries.getQueryState(meQuery.queryKey)?.isInvalidated).toBe(true);
  });

  it.each([
    ['tabs.changed', { group: 2 }],
    ['access.changed', { person: me.person.id }],
    ['group.joined', { group: 2 }],
  ] as const)('that may open tabs to me reads the feeds over several tabs again: %s', (type, data) => {
    const ofGroup: Scope = { kind: 'group', group: 2 };
    queries.setQueryData(feedQuery(ofGroup).queryKey, { pages: [page([post(1)])] });
    dispatch(event(type, 11, data), departures);
    const isStale = (scope: Scope) => queries.getQueryState(feedQuery(scope).queryKey)?.isInvalidated;
    expect([isStale(ofGroup), isStale(home), isStale(inTab)]).toEqual([true, true, false]);
  });

  it('of my removal makes the group leave, of a colleague’s does not', () => {
    dispatch(event('member.removed', 11, { group: 2, person: 3 }), departures);
    expect(departures.leftGroup).not.toHaveBeenCalled();
    dispatch(event('member.removed', 12, { group: 2, person: 7 }), departures);
    expect(departures.leftGroup).toHaveBeenCalledWith(2);
  });

  it('of a revocation ends the stream for me alone', () => {
    dispatch(event('access.revoked', 1, { person: 3 }, 'tab:23'), departures);
    expect(departures.lostStream).not.toHaveBeenCalled();
    dispatch(event('access.revoked', 2, { person: 7 }, 'tab:23'), departures);
    expect(departures.lostStream).toHaveBeenCalledWith('tab:23');
  });

  it('of a group or a tab that changed shows at once, unless it is an older version', () => {
    const held = () => queries.getQueryData(groupsQuery.queryKey)?.items[0];
    dispatch(event('group.changed', 11, { group: { ...group().group, version: 2, name: 'SSC & Inkoop' } }), departures);
    dispatch(event('tab.changed', 12, { tab: { ...tab(21).tab, version: 2, name: 'Voor iedereen' } }), departures);
    expect([held()?.group.name, held()?.tabs[0]?.tab.name]).toEqual(['SSC & Inkoop', 'Voor iedereen']);
    dispatch(event('group.changed', 13, { group: group().group }), departures);
    expect(held()?.group.name).toBe('SSC & Inkoop');
  });

  it('of an archived group or a removed tab takes it away', () => {
    dispatch(event('tab.removed', 11, { group: 2, tab: 21 }), departures);
    expect(departures.lostTab).toHaveBeenCalledWith(21);
    dispatch(event('group.archived', 12, { group: 2 }), departures);
    expect(departures.leftGroup).toHaveBeenCalledWith(2);
  });

  it('that ends this session signs out here, one that ends another does not', () => {
    dispatch(event('session.ended', 2, { session: 71 }, 'user:7'), departures);
    expect(queries.getQueryData(meQuery.queryKey)).toEqual(me);
    dispatch(event('session.ended', 3, { session: 70 }, 'user:7'), departures);
    expect(queries.getQueryData(meQuery.queryKey)).toBeNull();
    expect(shown(inTab)).toBeUndefined();
  });

  it('of a kind from a newer server is reported, so that its stream is read afresh', () => {
    expect(dispatch({ ...event('redacted', 1, { subject: '' }), type: 'poll.closed' } as never, departures)).toBe(false);
  });
});

describe('A tab that was lost', () => {
  it('leaves every cache at once', () => {
    forgetTab(21);
    forgetPostsOf({ tab: 21 });
    expect(shown(inTab)).toBeUndefined();
    expect(shown(home)).toEqual([]);
    expect(queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs).toEqual([]);
    expect(goneTabs.get().has(21)).toBe(true);
  });
});

describe('A group that was left', () => {
  it('leaves every cache at once', () => {
    forgetGroup(2);
    forgetPostsOf({ group: 2 });
    expect(shown(inTab)).toBeUndefined();
    expect(shown(home)).toEqual([]);
    expect(queries.getQueryData(groupsQuery.queryKey)?.items).toEqual([]);
    expect(goneGroups.get().has(2)).toBe(true);
  });
});
