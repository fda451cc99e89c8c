import { describe, expect, it } from 'vitest';
import { answerAfter, type Feed, feedAfter, withReread } from '../../src/features/posts/feed.ts';
import { withAnswered, withOwnReaction, withTaken } from '../../src/features/posts/talk.ts';
import { lacksAnswer, withQuestion } from '../../src/features/questions/question.ts';
import type { LiveEvent, PostView, Question } from '../../src/protocol/generated.ts';
import { comment, commentView, event, page, post, question, viewOf } from '../make.ts';

const me = 7;
const eyes = { me, readings: new Map() };
const scopes = [{ kind: 'tab', group: 2, tab: 21 }, { kind: 'bookmarks' }] as const;
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
const asking = post(5, { kind: 'question' });
const asked = (more: Partial<PostView> = {}) => viewOf(asking, { question: question(2), ...more });
/// Answered by comment 13, which stands further back than the latest.
const answered = (more: Partial<PostView> = {}) =>
  asked({
    thread: { comments: 9, version: 4 },
    latest: [20, 21].map((id) => commentView(comment(id))),
    question: question(3, { state: 'answered', answer: 13 }),
    answer: commentView(comment(13)),
    ...more,
  });

const feedOf = (view: PostView): Feed => ({ pages: [page([], { items: [viewOf(post(9)), view], cursors })] });
const after = (view: PostView, ...events: LiveEvent[]) =>
  events.reduce((feed, each) => feedAfter(feed, each, scopes[0], eyes), feedOf(view)).pages[0]?.items[1] ?? expect.fail();
const changed = (seq: number, to: Question) => event('question.changed', seq, { post: 5, tab: 21, group: 2, question: to });
const thread = { comments: 9, version: 5 };

describe('A question', () => {
  it('becomes what the event says, wherever its post is held', () => {
    const routed = changed(11, question(3, { department: 4 }));
    for (const scope of scopes) {
      expect(feedAfter(feedOf(asked()), routed, scope, eyes).pages[0]?.items[1]?.question?.department).toBe(4);
    }
    const single = { view: asked(), quoted: [], people: [], cursors };
    expect(answerAfter(single, routed, me).view.question?.department).toBe(4);
  });

  it('keeps the newest version, whichever comes last', () => {
    const view = after(asked(), changed(11, question(4, { picked_up_by: 3 })), changed(12, question(3)));
    expect(view.question).toMatchObject({ version: 4, picked_up_by: 3 });
  });

  it('takes the same event once, and none that the page had seen', () => {
    const feed = feedOf(asked());
    expect(feedAfter(feed, changed(10, question(9)), scopes[0], eyes)).toBe(feed);
    const once = feedAfter(feed, changed(11, question(3)), scopes[0], eyes);
    expect(feedAfter(once, changed(11, question(3)), scopes[0], eyes)).toBe(once);
  });

  it('that is new stands in the feed with what its first event says', () => {
    const events = [event('post.created', 11, { post: post(12, { kind: 'question' }) }), event('question.changed', 12, { post: 12, tab: 21, group: 2, question: question(1) })];
    const feed = events.reduce((before, each) => feedAfter(before, each, scopes[0], eyes), feedOf(asked()));
    expect(feed.pages[0]?.items[0]).toMatchObject({ post: { id: 12, kind: 'question' }, question: { version: 1 } });
  });

  it('read again takes the newer, and undoes nothing that came later', () => {
    const read = { view: asked({ question: question(5, { department: 6 }) }), quoted: [] };
    const shown = (held: PostView) => withReread(feedOf(held), read).pages[0]?.items[1]?.question?.version;
    expect([shown(asked()), shown(asked({ question: question(8) }))]).toEqual([5, 8]);
  });
});

describe('The answer to a question', () => {
  it('is taken from the comments that are shown', () => {
    const view = after(asked({ latest: [commentView(comment(13))] }), changed(11, question(3, { state: 'answered', answer: 13 })));
    expect([view.answer?.comment.id, lacksAnswer(view)]).toEqual([13, false]);
  });

  it('is lacking when the event names one that stands further back', () => {
    const view = after(asked({ latest: [commentView(comment(20))] }), changed(11, question(3, { state: 'answered', answer: 13 })));
    expect([view.answer, lacksAnswer(view)]).toEqual([undefined, true]);
  });

  it('is another when another is marked, and none when the mark is gone', () => {
    expect(after(answered(), changed(11, question(4, { state: 'answered', answer: 21 }))).answer?.comment.id).toBe(21);
    const gone = after(answered(), changed(11, question(4)));
    expect([gone.answer, lacksAnswer(gone)]).toEqual([undefined, false]);
  });

  it('is edited with its comment, and an older version changes nothing', () => {
    const edited = (seq: number, version: number, body: string) => event('comment.edited', seq, { comment: comment(13, { version, body }), thread });
    expect(after(answered(), edited(11, 3, 'derde'), edited(12, 2, 'tweede')).answer?.comment.body).toBe('derde');
  });

  it('goes with its comment, before the event about the question comes', () => {
    const deleted = event('comment.deleted', 11, { comment: 13, post: 5, tab: 21, group: 2, version: 2, thread });
    expect(after(answered(), deleted).answer).toBeUndefined();
    expect(after(answered(), event('comment.deleted', 11, { comment: 20, post: 5, tab: 21, group: 2, version: 2, thread })).answer).toBeDefined();
  });

  it('has the reactions of its comment, counted and own', () => {
    const reactions = { counts: [{ kind: 'thanks' as const, count: 2 }], version: 3 };
    const counted = event('reactions.counted', 11, { post: 5, comment: 13, tab: 21, group: 2, reactions });
    const own = event('reaction.set', 2, { post: 5, comment: 13, kind: 'thanks' }, 'user:7');
    expect(after(answered(), counted, own).answer).toMatchObject({ reactions, mine: { reaction: 'thanks' } });
    expect(withOwnReaction(answered(), 13, 'like').answer?.mine.reaction).toBe('like');
  });

  it('of one’s own is edited and taken away by what one does oneself', () => {
    expect(withAnswered(answered(), comment(13, { version: 2, body: 'beter' }), me).answer?.comment.body).toBe('beter');
    expect(withTaken(answered(), 13).answer).toBeUndefined();
  });

  it('stands there again when its comment comes back', () => {
    const lost = withTaken(answered({ latest: [commentView(comment(13))] }), 13);
    expect(withAnswered(lost, comment(13), me).answer?.comment.id).toBe(13);
  });

  it('comes when the post is read again, and stays what it is when an older reading comes', () => {
    const named = withQuestion(asked(), question(3, { state: 'answered', answer: 13 }));
    const read = { view: answered(), quoted: [] };
    expect(withReread(feedOf(named), read).pages[0]?.items[1]?.answer?.comment.id).toBe(13);
    const later = answered({ question: question(6, { state: 'answered', answer: 21 }), answer: commentView(comment(21)) });
    expect(withReread(feedOf(later), read).pages[0]?.items[1]?.answer?.comment.id).toBe(21);
    const edited = answered({ thread: { comments: 9, version: 9 }, answer: commentView(comment(13, { version: 4 })) });
    expect(withReread(feedOf(edited), read).pages[0]?.items[1]?.answer?.comment.version).toBe(4);
  });
});
