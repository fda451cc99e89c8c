import { describe, expect, it } from 'vitest';
import { lacksOutcome, withAnswered, withWanted } from '../../src/features/polls/poll.ts';
import { answerAfter, type Feed, feedAfter, withReread } from '../../src/features/posts/feed.ts';
import type { LiveEvent, Poll, PostView } from '../../src/protocol/generated.ts';
import { counted, event, page, poll, post, viewOf } from '../make.ts';

const me = 7;
const eyes = { me, readings: new Map() };
const scopes = [{ kind: 'tab', group: 2, tab: 21 }, { kind: 'bookmarks' }, { kind: 'group', group: 2 }] as const;
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
const asked = (more: Partial<Poll> = {}, vote?: number[]): PostView =>
  viewOf(post(5, { kind: 'poll' }), {
    poll: poll(2, more),
    mine: { may_edit: false, may_delete: false, kept: false, confirmed: false, wanted: false, ...(vote ? { vote } : {}) },
  });
/// Voted for tea, with three others.
const voted = (more: Partial<Poll> = {}) => asked({ options: counted(3, 1, 0), voters: 4, ...more }, [1]);
const closed = { closed_at: '2026-11-27T16:00:00.000Z' };

const feedOf = (view: PostView): Feed => ({ pages: [page([], { items: [viewOf(post(9)), view], cursors })] });
const after = (view: PostView, ...events: LiveEvent[]) =>
  events.reduce((feed, each) => feedAfter(feed, each, scopes[0], eyes), feedOf(view)).pages[0]?.items[1] ?? expect.fail();
const changed = (seq: number, to: Poll) => event('poll.changed', seq, { post: 5, tab: 21, group: 2, poll: to });
const set = (seq: number, options: number[]) => event('vote.set', seq, { post: 5, options }, 'user:7');
const votesOf = ({ poll: of }: PostView) => of?.options.map(({ votes }) => votes);
const unknown = [undefined, undefined, undefined];

describe('A poll', () => {
  it('becomes what the event says, wherever its post is held', () => {
    const more = changed(11, poll(3, { voters: 1 }));
    for (const scope of scopes) {
      expect(feedAfter(feedOf(asked()), more, scope, eyes).pages[0]?.items[1]?.poll?.voters).toBe(1);
    }
    const single = { view: asked(), quoted: [], people: [], cursors };
    expect(answerAfter(single, more, me).view.poll?.voters).toBe(1);
  });

  it('keeps the newest version, whichever comes last', () => {
    const view = after(asked(), changed(11, poll(4, { voters: 3 })), changed(12, poll(3, { voters: 2 })));
    expect(view.poll).toMatchObject({ version: 4, voters: 3 });
  });

  it('takes the same event once, and none that the page had seen', () => {
    const feed = feedOf(asked());
    expect(feedAfter(feed, changed(10, poll(9)), scopes[0], eyes)).toBe(feed);
    const once = feedAfter(feed, changed(11, poll(3)), scopes[0], eyes);
    expect(feedAfter(once, changed(11, poll(3)), scopes[0], eyes)).toBe(once);
  });

  it('that is new stands in the feed with what its first event says', () => {
    const events = [event('post.created', 11, { post: post(12, { kind: 'poll' }) }), event('poll.changed', 12, { post: 12, tab: 21, group: 2, poll: poll(1) })];
    const feed = events.reduce((before, each) => feedAfter(before, each, scopes[0], eyes), feedOf(asked()));
    expect(feed.pages[0]?.items[0]).toMatchObject({ post: { id: 12, kind: 'poll' }, poll: { version: 1 } });
  });

  it('that closes tells everyone how it stands, who voted and who did not', () => {
    const outcome = changed(11, poll(3, { options: counted(3, 2, 0), voters: 5, ...closed }));
    expect(votesOf(after(asked(), outcome))).toEqual([3, 2, 0]);
    expect(votesOf(after(voted(), outcome))).toEqual([3, 2, 0]);
  });

  it('that is anonymous and had few votes tells only how many', () => {
    const view = after(asked({ anonymous: true }, []), changed(11, poll(3, { anonymous: true, voters: 4, ...closed })));
    expect([votesOf(view), view.poll?.voters]).toEqual([unknown, 4]);
  });
});

describe('How a poll stands, for who has voted', () => {
  it('stays as it is, votes and voters of one moment, until the post is read again', () => {
    const view = after(voted(), changed(11, poll(3, { voters: 5 })));
    expect(view.poll).toEqual(voted().poll);
    expect([lacksOutcome(view, 2), lacksOutcome(view, 3)]).toEqual([false, true]);
    const read = { view: voted({ version: 3, options: counted(4, 1, 0), voters: 5 }), quoted: [] };
    const afresh = withReread(feedOf(view), read).pages[0]?.items[1] ?? expect.fail();
    expect([votesOf(afresh), lacksOutcome(afresh, 3)]).toEqual([[4, 1, 0], false]);
  });

  it('is read again when the vote came from another device, and its votes are not known here', () => {
    const view = after(asked(), set(2, [2]));
    expect([view.mine.vote, votesOf(view), lacksOutcome(view, 0)]).toEqual([[2], unknown, true]);
  });

  it('is not undone by an older reading, nor is the vote', () => {
    const older = { view: asked({ voters: 3 }), quoted: [] };
    const now = withReread(feedOf(voted({ version: 3 })), older).pages[0]?.items[1] ?? expect.fail();
    expect([now.mine.vote, votesOf(now), now.poll?.version]).toEqual([[1], [3, 1, 0], 3]);
    const gone = withReread(feedOf(asked({ version: 3 })), { view: voted(), quoted: [] }).pages[0]?.items[1] ?? expect.fail();
    expect([gone.mine.vote, votesOf(gone)]).toEqual([undefined, unknown]);
  });

  it('comes with the answer to a vote, also when its event came first', () => {
    const told = poll(3, { options: counted(0, 1, 0), voters: 1 });
    const first = after(asked(), changed(11, poll(3, { voters: 1 })));
    for (const view of [asked(), first]) {
      const now = withAnswered(view, told, [1]);
      expect([now.mine.vote, votesOf(now), lacksOutcome(now, 3)]).toEqual([[1], [0, 1, 0], false]);
    }
  });

  it('is read again when more came before the answer did', () => {
    const later = after(asked(), changed(11, poll(4, { voters: 2 })));
    const now = withAnswered(later, poll(3, { options: counted(0, 1, 0), voters: 1 }), [1]);
    expect([now.mine.vote, now.poll?.version, lacksOutcome(now, 4)]).toEqual([[1], 4, true]);
  });

  it('goes when the vote is taken back on another device, and is asked for no more', () => {
    const view = after(voted(), set(2, []));
    expect([view.mine.vote, votesOf(view)]).toEqual([undefined, unknown]);
    expect(lacksOutcome(view, 9)).toBe(false);
    expect(votesOf(after(voted(closed), set(2, [])))).toEqual([3, 1, 0]);
  });

  it('is never asked for of an anonymous one, of a closed one, nor before one has voted', () => {
    expect(lacksOutcome(asked({ anonymous: true }, []), 9)).toBe(false);
    expect(lacksOutcome(voted(closed), 9)).toBe(false);
    expect(lacksOutcome(asked(), 9)).toBe(false);
  });

  it('is asked for when of the poll itself nothing is known yet', () => {
    expect(lacksOutcome(viewOf(post(5, { kind: 'poll' })), 0)).toBe(true);
    expect(lacksOutcome(viewOf(post(5)), 0)).toBe(false);
  });
});

describe('An anonymous vote', () => {
  it('stays when a reading comes that began before it', () => {
    const read = { view: asked({ anonymous: true }), quoted: [] };
    expect(withReread(feedOf(asked({ anonymous: true }, [])), read).pages[0]?.items[1]?.mine.vote).toEqual([]);
  });
});

describe('An own vote, before the server answers', () => {
  it('is counted where it was in another place', () => {
    const view = withWanted(voted(), [0]);
    expect([view.mine.vote, votesOf(view), view.poll?.voters]).toEqual([[0], [4, 0, 0], 4]);
  });

  it('is one voter more, whose share nobody knows here', () => {
    const view = withWanted(asked({ voters: 3 }), [2]);
    expect([view.mine.vote, votesOf(view), view.poll?.voters]).toEqual([[2], unknown, 4]);
  });

  it('that is taken back hides how it stands', () => {
    const view = withWanted(voted(), []);
    expect([view.mine.vote, votesOf(view), view.poll?.voters]).toEqual([undefined, unknown, 3]);
  });

  it('in an anonymous poll says only that one has voted', () => {
    expect(withWanted(asked({ anonymous: true }), [2]).mine.vote).toEqual([]);
  });
});
