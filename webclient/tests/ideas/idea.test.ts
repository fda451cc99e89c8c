import { describe, expect, it } from 'vitest';
import { after as follows, statuses } from '../../src/features/ideas/status.ts';
import { withOwn } from '../../src/features/ideas/vote.ts';
import { answerAfter, type Feed, feedAfter, withReread } from '../../src/features/posts/feed.ts';
import type { Idea, LiveEvent, PostView } from '../../src/protocol/generated.ts';
import { event, idea, page, post, viewOf } from '../make.ts';
import { gone, ideaView } from './card-page.ts';

const me = 7;
const eyes = { me, readings: new Map() };
const scopes = [{ kind: 'tab', group: 2, tab: 21 }, { kind: 'bookmarks' }, { kind: 'group', group: 2 }, { kind: 'home', part: 'unread' }] as const;
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
const feedOf = (view: PostView): Feed => ({ pages: [page([], { items: [viewOf(post(9)), view], cursors })] });
const after = (view: PostView, ...events: LiveEvent[]) =>
  events.reduce((feed, each) => feedAfter(feed, each, scopes[0], eyes), feedOf(view)).pages[0]?.items[1] ?? expect.fail();
const changed = (seq: number, to: Idea) => event('idea.changed', seq, { post: 5, tab: 21, group: 2, idea: to });
const wanted = (seq: number, is: boolean) => event('idea.wanted', seq, { post: 5, wanted: is }, 'user:7');

describe('An idea', () => {
  it('becomes what the event says, wherever its post is held', () => {
    const more = changed(11, idea(3, { votes: 4 }));
    for (const scope of scopes) {
      expect(feedAfter(feedOf(ideaView(idea(2))), more, scope, eyes).pages[0]?.items[1]?.idea?.votes).toBe(4);
    }
    const single = { view: ideaView(idea(2)), quoted: [], people: [], cursors };
    expect(answerAfter(single, more, me).view.idea?.votes).toBe(4);
  });

  it('keeps the newest version, whichever comes last', () => {
    const view = after(ideaView(idea(2)), changed(11, gone(4, ['heard'])), changed(12, idea(3, { votes: 2 })));
    expect(view.idea).toMatchObject({ version: 4, status: 'heard' });
  });

  it('takes the same event once, and none that the page had seen', () => {
    const feed = feedOf(ideaView(idea(2)));
    expect(feedAfter(feed, changed(10, idea(9)), scopes[0], eyes)).toBe(feed);
    const once = feedAfter(feed, changed(11, idea(3)), scopes[0], eyes);
    expect(feedAfter(once, changed(11, idea(3)), scopes[0], eyes)).toBe(once);
  });

  it('that is new stands in the feed with what its first event says', () => {
    const events = [event('post.created', 11, { post: post(12, { kind: 'idea' }) }), event('idea.changed', 12, { post: 12, tab: 21, group: 2, idea: idea(1) })];
    const feed = events.reduce((before, each) => feedAfter(before, each, scopes[0], eyes), feedOf(ideaView(idea(1))));
    expect(feed.pages[0]?.items[0]).toMatchObject({ idea: { version: 1 }, mine: { wanted: false } });
  });

  it('is wanted, or not any more, once it is on another device, of this post alone', () => {
    const feed = feedAfter(feedOf(ideaView(idea(2))), wanted(2, true), scopes[0], eyes);
    expect(feed.pages[0]?.items.map(({ mine }) => mine.wanted)).toEqual([false, true]);
    expect(after(ideaView(idea(2), {}, true), wanted(2, false)).mine.wanted).toBe(false);
  });

  it('that is read again undoes nothing that came later, nor the own vote', () => {
    const held = feedOf(ideaView(idea(4, { votes: 9 }), {}, true));
    const older = withReread(held, { view: ideaView(idea(3, { votes: 8 })), quoted: [] }).pages[0]?.items[1];
    expect([older?.idea?.votes, older?.mine.wanted]).toEqual([9, true]);
    const newer = withReread(held, { view: ideaView(idea(5, { votes: 8 })), quoted: [] }).pages[0]?.items[1];
    expect([newer?.idea?.votes, newer?.mine.wanted]).toEqual([8, false]);
  });
});

describe('An own vote between the press and the answer', () => {
  it('counts once, and takes itself away again', () => {
    const view = withOwn(ideaView(idea(2, { votes: 4 })), true);
    expect([view.idea?.votes, view.mine.wanted]).toEqual([5, true]);
    expect(withOwn(view, true)).toBe(view);
    const back = withOwn(view, false);
    expect([back.idea?.votes, back.mine.wanted]).toEqual([4, false]);
  });
});

describe('The status that usually follows', () => {
  it('is another one, from heard to done; what has ended is looked at again', () => {
    expect([undefined, ...statuses].map(follows)).toEqual(['heard', 'under_review', 'planned', 'done', 'under_review', 'under_review']);
  });
});
