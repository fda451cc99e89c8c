import { describe, expect, it } from 'vitest';
import { commentsIn, threadAfter, threadOf, type ThreadPages, withAnswered, withTaken } from '../../src/features/comments/thread.ts';
import type { LiveEvent } from '../../src/protocol/generated.ts';
import { comment, commentPage, event } from '../make.ts';

const me = 7;
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const threadWith = (...pages: number[][]): ThreadPages => ({
  pages: pages.map((ids) => commentPage(ids.map((id) => comment(id)), { thread: { comments: 40, version: 4 }, next: 'x' })),
});
const after = (thread: ThreadPages, ...events: LiveEvent[]) =>
  events.reduce((before, each) => threadAfter(before, each, 5, me), thread);
const ids = (thread: ThreadPages) => commentsIn(thread).map((view) => view.comment.id);
const created = (seq: number, id: number, more = {}) =>
  event('comment.created', seq, { comment: comment(id, more), thread: { comments: seq + 30, version: seq } });

describe('A thread', () => {
  it('stands oldest first over its pages', () => {
    expect(ids(threadWith([21, 22], [11, 12]))).toEqual([11, 12, 21, 22]);
  });

  it('takes a new comment at its end, and one that comes back on the page where it belongs', () => {
    const thread = after(threadWith([21, 23], [11, 13]), created(11, 24), created(12, 12), created(13, 22));
    expect(ids(thread)).toEqual([11, 12, 13, 21, 22, 23, 24]);
    expect(threadOf(thread)).toEqual({ comments: 43, version: 13 });
  });

  it('leaves alone what belongs on a page not loaded yet, and what is of another post', () => {
    expect(ids(after(threadWith([21, 22]), created(11, 3)))).toEqual([21, 22]);
    const thread = threadWith([21, 22]);
    expect(after(thread, created(11, 23, { post: 6 }))).toBe(thread);
  });

  it('ignores what its pages had seen, older versions, and repeats', () => {
    const thread = threadWith([21, 22]);
    expect(after(thread, created(10, 23))).toBe(thread);
    const edited = event('comment.edited', 11, { comment: comment(22, { version: 1, body: 'oud' }), thread: { comments: 40, version: 4 } });
    expect(commentsIn(after(thread, edited))[1]?.comment.body).toBe('Reactie 22');
    expect(ids(after(thread, created(11, 23), created(11, 23)))).toEqual([21, 22, 23]);
  });

  it('learns of one that it missed from its change', () => {
    const edited = event('comment.edited', 12, { comment: comment(23, { version: 2, body: 'nieuw' }), thread: { comments: 41, version: 5 } });
    expect(ids(after(threadWith([21, 22]), edited))).toEqual([21, 22, 23]);
  });

  it('loses a deleted comment and takes it back where it stood', () => {
    const gone = after(
      threadWith([21, 22, 23]),
      event('comment.deleted', 11, { comment: 22, post: 5, tab: 21, group: 2, version: 2, thread: { comments: 39, version: 11 } }),
    );
    expect([ids(gone), threadOf(gone).comments]).toEqual([[21, 23], 39]);
    expect(ids(after(gone, created(12, 22, { version: 3 })))).toEqual([21, 22, 23]);
  });

  it('has an own comment once, by its answer and its event', () => {
    const own = comment(23, { author: me });
    const answered = withAnswered(threadWith([21, 22]), own, me);
    expect([ids(answered), threadOf(answered).comments]).toEqual([[21, 22, 23], 41]);
    expect(ids(after(answered, created(11, 23, { author: me })))).toEqual([21, 22, 23]);
    expect(threadOf(withAnswered(answered, own, me)).comments).toBe(41);
  });

  it('lets go of one that is being deleted', () => {
    const taken = withTaken(threadWith([21, 22]), 22);
    expect([ids(taken), threadOf(taken).comments]).toEqual([[21], 39]);
  });

  it('takes no more than it can hold, except my own, and says that it is behind', () => {
    const full = after(threadWith([21, 22]), ...numbers(100, 600).map((id) => created(id, id)));
    expect([ids(full).length, full.pages[0]?.isBehind]).toEqual([300, true]);
    expect(threadOf(full).comments).toBe(630);
    expect(ids(after(full, created(700, 700, { author: me }))).at(-1)).toBe(700);
  });
});
