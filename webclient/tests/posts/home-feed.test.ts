import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../src/features/groups/readings.ts';
import { type Feed, feedAfter, type HomeScope, withoutRead } from '../../src/features/posts/feed.ts';
import type { Following, LiveEvent } from '../../src/protocol/generated.ts';
import { at, event, group, page, post, tab } from '../make.ts';

const me = 7;
const unread: HomeScope = { kind: 'home', part: 'unread' };
const readBefore: HomeScope = { kind: 'home', part: 'read' };

function eyes({ following = 'followed', readUntil, count = 1 }: { following?: Following; readUntil?: string; count?: number } = {}) {
  const view = tab(21, {}, count, readUntil);
  view.reading.following = following;
  return { me, readings: readingsOf([group({ tabs: [view] })]) };
}

const feedOf = (...ids: number[]): Feed => ({ pages: [page(ids.map((id) => post(id)))] });
const ids = (feed: Feed) => feed.pages.flatMap(({ items }) => items.map((view) => view.post.id));
const created = (id: number, more = {}): LiveEvent => event('post.created', 11, { post: post(id, more) });

describe('What is unread on Home', () => {
  it('takes a new post of a tab that one follows', () => {
    expect(ids(feedAfter(feedOf(2), created(3), unread, eyes()))).toEqual([3, 2]);
  });

  it.each<Following>(['unfollowed', 'muted'])('takes nothing of a tab that is %s', (following) => {
    expect(ids(feedAfter(feedOf(2), created(3), unread, eyes({ following })))).toEqual([2]);
  });

  it('takes neither my own post, nor one that comes back and had been read', () => {
    expect(ids(feedAfter(feedOf(2), created(3, { author: me }), unread, eyes()))).toEqual([2]);
    expect(ids(feedAfter(feedOf(9), created(3), unread, eyes({ readUntil: at(5) })))).toEqual([9]);
  });

  it('takes of one side what was written there', () => {
    const ofSsc: HomeScope = { ...unread, side: 'ssc' };
    expect(ids(feedAfter(feedOf(2), created(3, { side: 'ssc' }), ofSsc, eyes()))).toEqual([3, 2]);
    expect(ids(feedAfter(feedOf(2), created(3, { side: 'business' }), ofSsc, eyes()))).toEqual([2]);
    expect(ids(feedAfter(feedOf(2), created(3), ofSsc, eyes()))).toEqual([2]);
  });

  it('keeps what is read while one looks, edits it, and lets it go afterwards', () => {
    const read = eyes({ readUntil: at(2) });
    const edited = event('post.edited', 11, { post: post(2, { version: 2, body: 'beter' }) });
    const after = feedAfter(feedOf(3, 2), edited, unread, read);
    expect(after.pages[0]?.items[1]?.post.body).toBe('beter');
    expect(ids(withoutRead(after, read))).toEqual([3]);
    expect(withoutRead(feedOf(3), read).pages[0]).toEqual(feedOf(3).pages[0]);
  });
});

describe('What was read before', () => {
  it('takes my own post when nothing else is new in its tab', () => {
    expect(ids(feedAfter(feedOf(2), created(3, { author: me }), readBefore, eyes({ count: 0 })))).toEqual([3, 2]);
    expect(ids(feedAfter(feedOf(2), created(3, { author: me }), readBefore, eyes({ count: 1 })))).toEqual([2]);
  });

  it('takes a post that comes back to where it had been read, and no new one', () => {
    expect(ids(feedAfter(feedOf(4, 2), created(3), readBefore, eyes({ readUntil: at(5) })))).toEqual([4, 3, 2]);
    expect(ids(feedAfter(feedOf(4), created(9), readBefore, eyes({ readUntil: at(5) })))).toEqual([4]);
  });
});
