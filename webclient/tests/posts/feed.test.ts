import { describe, expect, it } from 'vitest';
import { type Feed, feedAfter, type Scope, withoutPlace, withPost } from '../../src/features/posts/feed.ts';
import { readingsOf } from '../../src/features/groups/readings.ts';
import type { LiveEvent } from '../../src/protocol/generated.ts';
import { event, group, page, post } from '../make.ts';

const inTab: Scope = { kind: 'tab', group: 2, tab: 21 };
const me = 7;
const eyes = { me, readings: readingsOf([group()]) };

const feedOf = (...pages: ReturnType<typeof page>[]): Feed => ({ pages });
const ids = (feed: Feed) => feed.pages.flatMap(({ items }) => items.map((view) => view.post.id));
const after = (feed: Feed, ...events: LiveEvent[]) =>
  events.reduce((before, happened) => feedAfter(before, happened, inTab, eyes), feed);

describe('A feed', () => {
  it('takes a new post at its top', () => {
    expect(ids(after(feedOf(page([post(2), post(1)])), event('post.created', 11, { post: post(3) })))).toEqual([3, 2, 1]);
  });

  it('ignores an event that its answer had already seen', () => {
    const feed = feedOf(page([post(2)]));
    expect(after(feed, event('post.created', 10, { post: post(3) }))).toBe(feed);
  });

  it('takes the same event once', () => {
    const happened = event('post.created', 11, { post: post(3) });
    expect(ids(after(feedOf(page([post(2)])), happened, happened))).toEqual([3, 2]);
  });

  it('shows nothing of another tab of the group', () => {
    const feed = feedOf(page([post(2)]));
    expect(after(feed, event('post.created', 11, { post: post(3, { tab: 22 }) }))).toBe(feed);
  });

  it('lets me edit and delete my own post only', () => {
    const feed = after(
      feedOf(page([])),
      event('post.created', 11, { post: post(3, { author: me }) }),
      event('post.created', 12, { post: post(4) }),
    );
    expect(feed.pages[0]?.items.map(({ mine }) => mine.may_edit)).toEqual([false, true]);
  });

  it('keeps the newest version, whichever comes last', () => {
    const feed = after(
      feedOf(page([post(1, { version: 3, body: 'derde' })])),
      event('post.edited', 11, { post: post(1, { version: 2, body: 'tweede' }) }),
    );
    expect(feed.pages[0]?.items[0]?.post.body).toBe('derde');
  });

  it('edits a post on an older page', () => {
    const feed = after(
      feedOf(page([post(9)], { next: 'x' }), page([post(1)])),
      event('post.edited', 11, { post: post(1, { version: 2, body: 'beter' }) }),
    );
    expect(feed.pages[1]?.items[0]?.post.body).toBe('beter');
  });

  it('loses a deleted post, and takes it back where it stood when it is restored', () => {
    const gone = after(
      feedOf(page([post(3), post(2), post(1)])),
      event('post.deleted', 11, { post: 2, tab: 21, group: 2, version: 2 }),
    );
    expect(ids(gone)).toEqual([3, 1]);
    expect(ids(after(gone, event('post.created', 12, { post: post(2, { version: 3 }) })))).toEqual([3, 2, 1]);
  });

  it('does not take a post that belongs on a page not loaded yet', () => {
    const feed = feedOf(page([post(9), post(8)], { next: 'x' }));
    expect(after(feed, event('post.edited', 11, { post: post(1, { version: 2 }) }))).toBe(feed);
  });

  it('by activity has a post that went elsewhere back as it is there, not as it was', () => {
    const scope: Scope = { kind: 'group', group: 2, order: 'activity' };
    const moved = event('post.moved', 11, { post: 2, tab: 21, group: 2, version: 3 });
    const told = (seq: number, version: number) => event('post.created', seq, { post: post(2, { tab: 22, version }) });
    const feed = [moved, told(12, 2)].reduce((list, each) => feedAfter(list, each, scope, eyes), feedOf(page([post(3), post(2, { version: 2 }), post(1)])));
    expect(ids(feed)).toEqual([3, 1]);
    expect(ids(feedAfter(feed, told(13, 3), scope, eyes))).toEqual([3, 2, 1]);
  });

  it('has an own post from the answer once, though its event follows', () => {
    const own = post(3, { author: me });
    const answered = withPost(feedOf(page([post(2)])), own, inTab, eyes);
    expect(ids(after(answered, event('post.created', 11, { post: own })))).toEqual([3, 2]);
  });

  it('takes no more than it can hold, except my own, and says that it is behind', () => {
    const created = (seq: number, more = {}) => event('post.created', seq, { post: post(seq, more) });
    const flood = Array.from({ length: 5000 }, (_, index) => created(index + 11));
    const full = after(feedOf(page([post(2)])), ...flood);
    expect(ids(full)).toHaveLength(200);
    expect(full.pages[0]?.isBehind).toBe(true);
    expect(after(full, created(6000))).toBe(full);
    expect(ids(after(full, created(6000, { author: me })))).toHaveLength(201);
  });

  it('forgets a group that its reader left', () => {
    expect(ids(withoutPlace(feedOf(page([post(2), post(1, { group: 5 })])), { group: 2 }))).toEqual([1]);
  });

  it('ends the same whether events are folded over a snapshot or read with it', () => {
    const events = [
      event('post.created', 11, { post: post(3) }),
      event('post.edited', 12, { post: post(1, { version: 2, body: 'beter' }) }),
      event('post.deleted', 13, { post: 2, tab: 21, group: 2, version: 2 }),
    ];
    const early = after(feedOf(page([post(2), post(1)])), ...events);
    const late = after(
      feedOf(page([post(3), post(2), post(1)], { cursors: [{ stream: 'group:2', cursor: 'g:11' }] })),
      ...events,
    );
    expect(early.pages[0]?.items.map((view) => view.post)).toEqual(late.pages[0]?.items.map((view) => view.post));
  });
});
