import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { forgetThreadsOf, threadQuery } from '../../src/features/comments/queries.ts';
import { commentsIn } from '../../src/features/comments/thread.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { feedQuery, postQuery } from '../../src/features/posts/queries.ts';
import { queries } from '../../src/state/queries.ts';
import { comment, commentPage, event, group, me, page, post, viewOf } from '../make.ts';

const departures = { leftGroup: vi.fn(), lostTab: vi.fn(), lostStream: vi.fn() };
const feed = feedQuery({ kind: 'tab', group: 2, tab: 21 }).queryKey;
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
const fetch = vi.fn<typeof globalThis.fetch>();
const thread = (size: 20 | 100) => queries.getQueryData(threadQuery(5, size).queryKey);
const inFeed = () => queries.getQueryData(feed)?.pages[0]?.items[0];
const onPage = () => queries.getQueryData(postQuery(5).queryKey)?.view;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetch);
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(groupsQuery.queryKey, { items: [group()], cursors });
  queries.setQueryData(feed, { pages: [page([post(5)], { cursors })] });
  queries.setQueryData(postQuery(5).queryKey, { view: viewOf(post(5)), quoted: [], people: [], cursors });
  for (const size of [20, 100] as const) queries.setQueryData(threadQuery(5, size).queryKey, { pages: [commentPage([comment(1)])] });
});
afterEach(() => {
  fetch.mockReset();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('An event', () => {
  it('of a comment reaches every place that shows it', () => {
    dispatch(event('comment.created', 11, { comment: comment(2), thread: { comments: 2, version: 5 } }), departures);
    for (const size of [20, 100] as const) expect(commentsIn(thread(size) ?? { pages: [] })).toHaveLength(2);
    expect([inFeed()?.latest.length, onPage()?.latest.length]).toEqual([1, 1]);
  });

  it('of a count of reactions reaches every place that shows it', () => {
    const reactions = { counts: [{ kind: 'like' as const, count: 3 }], version: 2 };
    dispatch(event('reactions.counted', 11, { post: 5, tab: 21, group: 2, reactions }), departures);
    dispatch(event('reactions.counted', 12, { post: 5, comment: 1, tab: 21, group: 2, reactions }), departures);
    expect([inFeed()?.reactions, onPage()?.reactions, thread(20)?.pages[0]?.items[0]?.reactions]).toEqual([reactions, reactions, reactions]);
  });

  it('of a post that was deleted lets go of its thread', () => {
    dispatch(event('post.deleted', 11, { post: 5, tab: 21, group: 2, version: 2 }), departures);
    expect([thread(20), thread(100)]).toEqual([undefined, undefined]);
  });

  it('of a post that comes back asks what stood below it', async () => {
    fetch.mockReturnValue(new Promise(() => undefined));
    dispatch(event('post.created', 11, { post: post(9) }), departures);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(fetch).not.toHaveBeenCalled();
    dispatch(event('post.created', 12, { post: post(8, { version: 3 }) }), departures);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(fetch.mock.calls.map(([path]) => path)).toEqual(['/api/posts/8']);
  });

  it('that an earlier one of a comment was overwritten asks nothing: a later one tells', async () => {
    const isAsked = () => queries.getQueryState(groupsQuery.queryKey)?.isInvalidated;
    dispatch(event('redacted', 11, { subject: 'comment:1' }), departures);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(isAsked()).toBe(false);
    dispatch(event('redacted', 12, { subject: 'post:5' }), departures);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(isAsked()).toBe(true);
  });
});

describe('A group or tab that was lost', () => {
  it('takes its threads along, and no others', () => {
    forgetThreadsOf({ tab: 99 });
    expect(thread(20)).toBeDefined();
    forgetThreadsOf({ group: 2 });
    expect([thread(20), thread(100)]).toEqual([undefined, undefined]);
  });
});
