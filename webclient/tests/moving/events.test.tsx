import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentIdeasQuery } from '../../src/features/ideas/departmentIdeas.ts';
import { waitingNewsQuery } from '../../src/features/news/waitingNews.ts';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import { pinsQuery } from '../../src/features/pins/pins.ts';
import type { Scope } from '../../src/features/posts/feed.ts';
import { feedQuery, forgetPostsOf, putPost } from '../../src/features/posts/queries.ts';
import type { LiveEvent, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { know } from '../draw.tsx';
import { at, comment, commentPage, commentView, event, idea, me, news, notification, notificationList, page, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';

/// From the tab Algemeen (21) to HR (22). Each has a stream of its own here, unless a test says otherwise.
const inGeneral: Scope = { kind: 'tab', group: 2, tab: 21 };
const inHr: Scope = { kind: 'tab', group: 2, tab: 22 };
const inGroup: Scope = { kind: 'group', group: 2 };
const byActivity: Scope = { kind: 'group', group: 2, order: 'activity' };
const hrByActivity: Scope = { kind: 'tab', group: 2, tab: 22, order: 'activity' };
const inHome: Scope = { kind: 'home', part: 'unread' };
const kept: Scope = { kind: 'bookmarks' };
const cursors = [
  { stream: 'tab:21', cursor: 'g:10' },
  { stream: 'tab:22', cursor: 'g:10' },
];
const departures = { leftGroup: () => undefined, lostTab: () => undefined, lostStream: () => undefined };

const left = (seq: number, tab: number, version: number, stream = `tab:${String(tab)}`) =>
  event('post.moved', seq, { post: 5, tab, group: 2, version }, stream);
const came = (seq: number, tab: number, version: number, stream = `tab:${String(tab)}`) =>
  event('post.created', seq, { post: post(5, { tab, version }) }, stream);

const hold = (scope: Scope, posts: Post[]) => {
  queries.setQueryData(feedQuery(scope).queryKey, { pages: [page(posts, { cursors })] });
};
const held = (scope: Scope) =>
  queries.getQueryData(feedQuery(scope).queryKey)?.pages.flatMap(({ items }) => items.map((view) => [view.post.id, view.post.tab]));
const tell = (...events: LiveEvent[]) => act(() => events.forEach((each) => dispatch(each, departures)));

let network: Network;
beforeEach(async () => {
  know();
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
});

describe('A post that was moved', () => {
  const scopes = [inGeneral, inHr, inGroup, inHome, kept];
  beforeEach(() => {
    for (const scope of scopes) hold(scope, scope === inHr ? [post(3, { tab: 22 })] : [post(5), post(4)]);
  });

  it('leaves its tab and comes to the other, whichever of the two is heard first', () => {
    tell(left(11, 21, 2), came(11, 22, 2));
    expect(held(inGeneral)).toEqual([[4, 21]]);
    expect(held(inHr)).toEqual([[5, 22], [3, 22]]);
    expect(held(inGroup)).toEqual([[5, 22], [4, 21]]);
    expect(held(inHome)).toEqual([[5, 22], [4, 21]]);
  });

  it('leaves every list of who does not read it where it went', () => {
    tell(left(11, 21, 2));
    for (const scope of [inGeneral, inGroup, inHome, kept]) expect(held(scope)).toEqual([[4, 21]]);
  });

  it('stays where it is in lists that show both', () => {
    tell(came(11, 22, 2), left(11, 21, 2));
    expect(held(inGeneral)).toEqual([[4, 21]]);
    for (const scope of [inGroup, inHome, kept]) expect(held(scope)).toEqual([[5, 22], [4, 21]]);
  });

  it('leaves and comes on one stream too', () => {
    for (const scope of scopes) queries.setQueryData(feedQuery(scope).queryKey, (feed) => feed && { pages: feed.pages.map((each) => ({ ...each, cursors: [{ stream: 'group:2', cursor: 'g:10' }] })) });
    tell(left(11, 21, 2, 'group:2'), came(12, 22, 2, 'group:2'));
    expect(held(inGeneral)).toEqual([[4, 21]]);
    expect(held(inHr)).toEqual([[5, 22], [3, 22]]);
    expect(held(inGroup)).toEqual([[5, 22], [4, 21]]);
  });

  it('and moved back stands where it stood, in whatever order the two tabs are heard', () => {
    tell(came(11, 22, 2), left(12, 22, 3), left(11, 21, 2), came(12, 21, 3));
    expect(held(inGeneral)).toEqual([[5, 21], [4, 21]]);
    expect(held(inHr)).toEqual([[3, 22]]);
    expect(held(inGroup)).toEqual([[5, 21], [4, 21]]);
    for (const scope of scopes) hold(scope, scope === inHr ? [] : [post(5), post(4)]);
    tell(left(11, 21, 2), came(12, 21, 3), came(11, 22, 2), left(12, 22, 3));
    expect(held(inGroup)).toEqual([[5, 21], [4, 21]]);
  });

  it('is not brought back by what came before, nor taken away once it is back', () => {
    act(() => putPost(post(5, { tab: 22, version: 2 })));
    expect(held(inGeneral)).toEqual([[4, 21]]);
    tell(left(11, 21, 2), came(12, 21, 1), event('post.edited', 13, { post: post(5) }, 'tab:21'));
    act(() => putPost(post(5)));
    expect(held(inGeneral)).toEqual([[4, 21]]);
    act(() => putPost(post(5, { version: 3 })));
    tell(left(14, 21, 2));
    expect(held(inGeneral)).toEqual([[5, 21], [4, 21]]);
  });

  it('is pinned no more', () => {
    const pins = { posts: [post(5, { version: 2, pinned_at: at(6) })], cursors };
    queries.setQueryData(pinsQuery(21).queryKey, pins);
    tell(left(11, 21, 3));
    expect(queries.getQueryData(pinsQuery(21).queryKey)?.posts).toEqual([]);
  });

  it('leaves what waits and what a department has, until those are read again', () => {
    const asks = viewOf(post(5, { kind: 'news' }), { news: news(1) });
    const proposes = viewOf(post(5, { kind: 'idea' }), { idea: idea(1) });
    const ideas = departmentIdeasQuery({ department: 1, ended: false }).queryKey;
    queries.setQueryData(waitingNewsQuery.queryKey, { ...page([], { cursors }), items: [asks] });
    queries.setQueryData(ideas, { ...page([], { cursors }), items: [proposes] });
    tell(left(11, 21, 2));
    expect(queries.getQueryData(waitingNewsQuery.queryKey)?.items).toEqual([]);
    expect(queries.getQueryData(ideas)?.items).toEqual([]);
  });

  it('stays there when it has come first', () => {
    const ideas = departmentIdeasQuery({ department: 1, ended: false }).queryKey;
    queries.setQueryData(ideas, { ...page([], { cursors }), items: [viewOf(post(5, { kind: 'idea' }), { idea: idea(1) })] });
    tell(came(11, 22, 2), left(11, 21, 2));
    expect(queries.getQueryData(ideas)?.items.map((view) => view.post.tab)).toEqual([22]);
  });

  it('has the notifications read again, and once more when it comes to a place that one reads', async () => {
    queries.setQueryData(notificationsQuery.queryKey, notificationList(notification(9)));
    const isOutdated = () => queries.getQueryState(notificationsQuery.queryKey)?.isInvalidated;
    tell(left(11, 21, 2));
    await act(() => network.pass(0));
    expect(isOutdated()).toBe(true);
    queries.setQueryData(notificationsQuery.queryKey, notificationList());
    await act(() => network.pass(1_000));
    tell(came(11, 22, 2));
    await act(() => network.pass(1_000));
    expect(isOutdated()).toBe(true);
  });
});

describe('By activity, a post that somebody else moves', () => {
  const talkedAbout = viewOf(post(5), { thread: { comments: 1, version: 3, active_at: at(50) }, latest: [commentView(comment(50))] });
  const isBehind = (scope: Scope) => queries.getQueryData(feedQuery(scope).queryKey)?.pages.map((each) => each.isBehind === true);
  const both = (cursor: string) => [{ stream: 'tab:21', cursor }, { stream: 'tab:22', cursor }];
  beforeEach(() => {
    const items = [viewOf(post(6)), talkedAbout, viewOf(post(4))];
    queries.setQueryData(feedQuery(byActivity).queryKey, { pages: [page([], { items, cursors: both('g:10'), next: 'x' })] });
    queries.setQueryData(feedQuery(hrByActivity).queryKey, {
      pages: [page([post(30, { tab: 22 })], { cursors: both('g:10'), next: 'x' }), page([post(3, { tab: 22 })], { cursors: both('g:10'), next: 'y' })],
    });
  });

  it.each(['tab:21', 'group:2'])('within a group stays where it stands, with what is below it: %s', (stream) => {
    queries.setQueryData(feedQuery(byActivity).queryKey, (feed) => feed && { pages: feed.pages.map((each) => ({ ...each, cursors: [...both('g:10'), { stream: 'group:2', cursor: 'g:10' }] })) });
    tell(left(11, 21, 2, stream), came(12, 22, 2, stream === 'group:2' ? stream : 'tab:22'));
    expect(held(byActivity)).toEqual([[6, 21], [5, 22], [4, 21]]);
    expect(queries.getQueryData(feedQuery(byActivity).queryKey)?.pages[0]?.items[1]).toEqual({ ...talkedAbout, post: post(5, { tab: 22, version: 2 }) });
    expect(isBehind(byActivity)).toEqual([false]);
  });

  it('is gone until it is known to be there still, and stays so elsewhere', () => {
    tell(left(11, 21, 2));
    expect(held(byActivity)).toEqual([[6, 21], [4, 21]]);
    act(() => putPost(post(5, { tab: 40, group: 4, version: 2 })));
    expect(held(byActivity)).toEqual([[6, 21], [4, 21]]);
  });

  it('is not brought back by what was said of it before, nor kept of a group that one left', () => {
    tell(left(11, 21, 2), came(12, 21, 1));
    expect(held(byActivity)).toEqual([[6, 21], [4, 21]]);
    act(() => forgetPostsOf({ tab: 21 }));
    expect(queries.getQueryData(feedQuery(byActivity).queryKey)?.pages).toMatchObject([{ items: [], left: [] }]);
  });

  it('to a tab waits for a word there, however far back it was written', () => {
    tell(came(11, 22, 2));
    expect(held(hrByActivity)).toEqual([[30, 22], [3, 22]]);
    expect(isBehind(hrByActivity)).toEqual([true, false]);
  });

  it('that was written long ago does too', () => {
    tell(event('post.created', 11, { post: post(1, { tab: 22, version: 2 }) }, 'tab:22'));
    expect(isBehind(hrByActivity)).toEqual([true, false]);
  });
});

describe('On its own page', () => {
  const answerWith = (of: Post, its = cursors) => ({ view: viewOf(of), quoted: [], people: [], cursors: its });

  async function open() {
    await visit('/p/5');
    await act(() => network.answer('/api/posts/5', answerWith(post(5))));
    await act(() => network.answer('/api/posts/5/comments?limit=100', commentPage([])));
    await act(() => network.say(left(11, 21, 2)));
  }

  it('it shows where it is now', async () => {
    await open();
    expect(screen.getByRole('link', { name: 'SSC & Verkoop, Algemeen' })).toBeTruthy();
    await act(() => network.answer('/api/posts/5', answerWith(post(5, { tab: 22, version: 2 }))));
    expect(screen.getByRole('link', { name: 'SSC & Verkoop, HR' })).toBeTruthy();
    expect(screen.getByText('Bericht 5')).toBeTruthy();
  });

  it('it is gone for who does not read it there', async () => {
    await open();
    await act(() => network.answer('/api/posts/5', { status: 404, code: 'not_found', request_id: 'R' }, 404));
    expect(screen.getByText('Dit is er niet, of je kunt het niet zien')).toBeTruthy();
    expect(screen.queryByText('Bericht 5')).toBeNull();
  });
});
