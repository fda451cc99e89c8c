import { describe, expect, it } from 'vitest';
import { reasonsFor } from '../../src/features/news/news.ts';
import { answerAfter, type Feed, feedAfter, withReread } from '../../src/features/posts/feed.ts';
import { partsOf } from '../../src/features/titles/titled.ts';
import type { LiveEvent, News, PostView } from '../../src/protocol/generated.ts';
import { department, event, news, page, post, viewOf } from '../make.ts';
import { newsView, paper } from './card-page.ts';

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
const changed = (seq: number, to: News) => event('news.changed', seq, { post: 5, tab: 21, group: 2, news: to });
const confirmed = event('news.confirmed', 2, { post: 5 }, 'user:7');

describe('The text of news', () => {
  it('begins with a title, and may have a lead right below it', () => {
    expect(partsOf(paper)).toEqual({ title: paper[0], lead: paper[1], rest: paper.slice(2) });
    expect(partsOf([paper[0] ?? expect.fail()])).toEqual({ title: paper[0], lead: undefined, rest: [] });
    expect(partsOf(paper.slice(1))).toEqual({ title: undefined, lead: undefined, rest: paper.slice(1) });
  });
});

describe('News', () => {
  it('becomes what the event says, wherever its post is held', () => {
    const more = changed(11, news(3, { confirmed: 4 }));
    for (const scope of scopes) {
      expect(feedAfter(feedOf(newsView(news(2))), more, scope, eyes).pages[0]?.items[1]?.news?.confirmed).toBe(4);
    }
    const single = { view: newsView(news(2)), quoted: [], people: [], cursors };
    expect(answerAfter(single, more, me).view.news?.confirmed).toBe(4);
  });

  it('keeps the newest version, whichever comes last', () => {
    const view = after(newsView(news(2)), changed(11, news(4, { confirmed: 3 })), changed(12, news(3, { confirmed: 2 })));
    expect(view.news).toMatchObject({ version: 4, confirmed: 3 });
  });

  it('takes the same event once, and none that the page had seen', () => {
    const feed = feedOf(newsView(news(2)));
    expect(feedAfter(feed, changed(10, news(9)), scopes[0], eyes)).toBe(feed);
    const once = feedAfter(feed, changed(11, news(3)), scopes[0], eyes);
    expect(feedAfter(once, changed(11, news(3)), scopes[0], eyes)).toBe(once);
  });

  it('that is new stands in the feed with what its first event says', () => {
    const events = [event('post.created', 11, { post: post(12, { kind: 'news' }) }), event('news.changed', 12, { post: 12, tab: 21, group: 2, news: news(1) })];
    const feed = events.reduce((before, each) => feedAfter(before, each, scopes[0], eyes), feedOf(newsView(news(1))));
    expect(feed.pages[0]?.items[0]).toMatchObject({ news: { version: 1 }, mine: { confirmed: false } });
  });

  it('is confirmed once it is on another device, of this post alone', () => {
    const feed = feedAfter(feedOf(newsView(news(2))), confirmed, scopes[0], eyes);
    expect(feed.pages[0]?.items.map(({ mine }) => mine.confirmed)).toEqual([false, true]);
  });

  it('that is read again undoes nothing that came later', () => {
    const held = feedOf(newsView(news(4, { confirmed: 9 }), {}, true));
    const older = withReread(held, { view: newsView(news(3, { confirmed: 8 })), quoted: [] }).pages[0]?.items[1];
    expect([older?.news?.confirmed, older?.mine.confirmed]).toEqual([9, true]);
    const newer = withReread(held, { view: newsView(news(5, { confirmed: 10 })), quoted: [] }).pages[0]?.items[1];
    expect(newer?.news?.confirmed).toBe(10);
  });
});

describe('News waits', () => {
  const finance = department(1, { heads: [7] });
  const deputised = department(2, { deputies: [7] });
  const others = department(3, { heads: [40] });
  const reasons = (of: News, isConfirmed = false) => {
    const { isToConfirm, departments } = reasonsFor(newsView(of, {}, isConfirmed), me, [finance, deputised, others]);
    return [isToConfirm, departments.map(({ id }) => id)];
  };
  const acknowledgement = { by: 40, note: 'Doen we.', at: '2026-11-23T09:00:00.000Z' };

  it('to be confirmed, until it is', () => {
    expect(reasons(news(1))).toEqual([true, []]);
    expect(reasons(news(1), true)).toEqual([false, []]);
  });

  it('for each department of this person that did not take it up', () => {
    const affects = [{ department: 1, acknowledgement }, { department: 2 }, { department: 3 }];
    expect(reasons(news(1, { must_read: false, affects }))).toEqual([false, [2]]);
  });
});
