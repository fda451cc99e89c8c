import { describe, expect, it } from 'vitest';
import { type Feed, feedAfter, withReread, withView } from '../../src/features/posts/feed.ts';
import { isShort, withAnswered, withTaken } from '../../src/features/posts/talk.ts';
import type { LiveEvent, PostView } from '../../src/protocol/generated.ts';
import { comment, commentView, event, page, post, viewOf } from '../make.ts';

const me = 7;
const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const eyes = { me, readings: new Map() };
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

const feedOf = (view: PostView): Feed => ({ pages: [page([], { items: [viewOf(post(9)), view], cursors })] });
const below = (comments: number[], count = comments.length) =>
  viewOf(post(5), { thread: { comments: count, version: 4 }, latest: comments.map((id) => commentView(comment(id))) });
const after = (view: PostView, ...events: LiveEvent[]) =>
  events.reduce((feed, each) => feedAfter(feed, each, scope, eyes), feedOf(view)).pages[0]?.items[1] ?? expect.fail();
const ids = ({ latest }: PostView) => latest.map((view) => view.comment.id);

const created = (seq: number, id: number, count: number, more = {}) =>
  event('comment.created', seq, { comment: comment(id, more), thread: { comments: count, version: seq } });
const deleted = (seq: number, id: number, count: number) =>
  event('comment.deleted', seq, { comment: id, post: 5, tab: 21, group: 2, version: 2, thread: { comments: count, version: seq } });

describe('Below a post', () => {
  it('a new comment stands last, and counts', () => {
    const view = after(below([12, 13], 16), created(11, 14, 17));
    expect([ids(view), view.thread.comments]).toEqual([[12, 13, 14], 17]);
  });

  it('the same event, or one that the page had seen, changes nothing', () => {
    const once = created(11, 14, 3);
    expect(ids(after(below([12, 13]), once, once))).toEqual([12, 13, 14]);
    expect(ids(after(below([12, 13]), created(10, 14, 3)))).toEqual([12, 13]);
  });

  it('comments stand by moment and then by id, whatever order they come in', () => {
    const moment = { published_at: comment(14).published_at };
    expect(ids(after(below([12]), created(11, 16, 2, moment), created(12, 15, 3, moment)))).toEqual([12, 15, 16]);
  });

  it('one that comes back from before what is shown stays among the earlier ones', () => {
    const view = after(below([12, 13], 16), created(11, 3, 17));
    expect([ids(view), view.thread.comments]).toEqual([[12, 13], 17]);
    expect(ids(after(below([12, 13], 2), created(11, 3, 3)))).toEqual([3, 12, 13]);
  });

  it('an older count of the thread is ignored', () => {
    const old = event('comment.created', 11, { comment: comment(14), thread: { comments: 9, version: 3 } });
    expect(after(below([12, 13], 2), old).thread).toEqual({ comments: 2, version: 4 });
  });

  it('an edit changes its comment, an older version does not', () => {
    const edited = (seq: number, version: number, body: string) =>
      event('comment.edited', seq, { comment: comment(13, { version, body }), thread: { comments: 2, version: 4 } });
    const view = after(below([12, 13]), edited(11, 3, 'derde'), edited(12, 2, 'tweede'));
    expect(view.latest[1]?.comment.body).toBe('derde');
  });

  it('what was deleted goes, and the post is short when there are more than are shown', () => {
    const view = after(below([12, 13], 16), deleted(11, 13, 15));
    expect([ids(view), view.thread.comments, isShort(view)]).toEqual([[12], 15, true]);
    expect(isShort(after(below([12, 13]), deleted(11, 13, 1)))).toBe(false);
  });

  it('an own comment stands once, by its answer and its event', () => {
    const own = comment(14, { author: me });
    const answered = withAnswered(below([12, 13]), own, me);
    expect(answered.thread.comments).toBe(3);
    const view = after(answered, event('comment.created', 11, { comment: own, thread: { comments: 3, version: 5 } }));
    expect([ids(view), view.thread.comments, view.latest[2]?.mine.may_edit]).toEqual([[12, 13, 14], 3, true]);
    expect(withAnswered(view, own, me).thread.comments).toBe(3);
  });

  it('one that is being deleted counts no more', () => {
    const view = withTaken(below([12, 13], 16), 13);
    expect([ids(view), view.thread.comments]).toEqual([[12], 15]);
  });

  it('counts of reactions only go forward, of a post and of a comment', () => {
    const counted = (seq: number, version: number, count: number, more = {}) =>
      event('reactions.counted', seq, { post: 5, tab: 21, group: 2, reactions: { counts: [{ kind: 'like', count }], version }, ...more });
    const view = after(below([12]), counted(11, 6, 3), counted(12, 5, 2), counted(13, 7, 1, { comment: 12 }));
    expect(view.reactions.counts).toEqual([{ kind: 'like', count: 3 }]);
    expect(view.latest[0]?.reactions.counts).toEqual([{ kind: 'like', count: 1 }]);
  });

  it('an own reaction from another device is mine here too, and taken back here too', () => {
    const set = event('reaction.set', 2, { post: 5, kind: 'care' }, 'user:7');
    expect(after(below([]), set).mine.reaction).toBe('care');
    expect(after(below([]), set, event('reaction.set', 3, { post: 5 }, 'user:7')).mine.reaction).toBeUndefined();
  });

  it('does not hold more than it can show', () => {
    const flood = Array.from({ length: 500 }, (_, index) => created(index + 11, index + 20, index + 3));
    const view = after(below([12, 13]), ...flood);
    expect(view.latest).toHaveLength(20);
    expect([view.latest.at(-1)?.comment.id, view.thread.comments]).toEqual([519, 502]);
  });

  it('ends as a fresh page shows it', () => {
    const events = [created(11, 14, 17), deleted(12, 13, 16), created(13, 15, 17)];
    const view = after(below([12, 13], 16), ...events);
    expect([ids(view).slice(-2), view.thread.comments]).toEqual([[14, 15], 17]);
  });

  it('what is read again fills it up, and undoes nothing that came later', () => {
    const short = feedOf(below([12], 15));
    const read = { view: below([11, 12], 15), quoted: [comment(2)] };
    const [filled] = withReread(short, read).pages;
    expect([filled?.items[1] && ids(filled.items[1]), filled?.quoted.map(({ id }) => id)]).toEqual([[11, 12], [2]]);
    const later = withView(short, 5, (view) => ({ ...view, thread: { comments: 1, version: 9 } }));
    expect(withReread(later, read).pages[0]?.items[1]?.thread.comments).toBe(1);
  });
});

describe('A comment that others reply to', () => {
  const quoting = { pages: [page([post(5)], { cursors, quoted: [comment(2)] })] };
  it('changes where it is quoted', () => {
    const edited = event('comment.edited', 11, { comment: comment(2, { version: 2, body: 'beter' }), thread: { comments: 2, version: 4 } });
    expect(feedAfter(quoting, edited, scope, eyes).pages[0]?.quoted[0]?.body).toBe('beter');
  });

  it('is not quoted any more once it is deleted', () => {
    expect(feedAfter(quoting, deleted(11, 2, 1), scope, eyes).pages[0]?.quoted).toEqual([]);
  });
});
