import { describe, expect, it } from 'vitest';
import { withOwn } from '../../src/features/calendar/attend.ts';
import { isOver, placesLeft } from '../../src/features/calendar/standing.ts';
import { answerAfter, type Feed, feedAfter, withReread } from '../../src/features/posts/feed.ts';
import { titleIn } from '../../src/features/titles/titled.ts';
import type { Attendance, CalendarEvent, LiveEvent, PostView } from '../../src/protocol/generated.ts';
import { calendarEvent, event, page, post, viewOf } from '../make.ts';
import { eventView } from './card-page.ts';

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
const changed = (seq: number, to: CalendarEvent) => event('event.changed', seq, { post: 5, tab: 21, group: 2, event: to });
const set = (seq: number, attendance?: Attendance) => event('attendance.set', seq, { post: 5, ...(attendance && { attendance }) }, 'user:7');

describe('An event', () => {
  it('becomes what the live channel says, wherever its post is held', () => {
    const more = changed(11, calendarEvent(3, { coming: 4 }));
    for (const scope of scopes) {
      expect(feedAfter(feedOf(eventView(calendarEvent(2))), more, scope, eyes).pages[0]?.items[1]?.event?.coming).toBe(4);
    }
    const single = { view: eventView(calendarEvent(2)), quoted: [], people: [], cursors };
    expect(answerAfter(single, more, me).view.event?.coming).toBe(4);
  });

  it('keeps the newest version, whichever comes last', () => {
    const view = after(eventView(calendarEvent(2)), changed(11, calendarEvent(4, { place: 'Hal 3' })), changed(12, calendarEvent(3, { coming: 2 })));
    expect(view.event).toMatchObject({ version: 4, place: 'Hal 3', coming: 0 });
  });

  it('takes the same once, and nothing that the page had seen', () => {
    const feed = feedOf(eventView(calendarEvent(2)));
    expect(feedAfter(feed, changed(10, calendarEvent(9)), scopes[0], eyes)).toBe(feed);
    const once = feedAfter(feed, changed(11, calendarEvent(3)), scopes[0], eyes);
    expect(feedAfter(once, changed(11, calendarEvent(3)), scopes[0], eyes)).toBe(once);
  });

  it('that is new stands in the feed with what is told of it first', () => {
    const events = [event('post.created', 11, { post: post(12, { kind: 'event' }) }), event('event.changed', 12, { post: 12, tab: 21, group: 2, event: calendarEvent(1) })];
    const feed = events.reduce((before, each) => feedAfter(before, each, scopes[0], eyes), feedOf(eventView(calendarEvent(1))));
    expect(feed.pages[0]?.items[0]).toMatchObject({ event: { version: 1 } });
  });

  it('is answered, or not any more, once it is on another device, of this post alone', () => {
    const feed = feedAfter(feedOf(eventView(calendarEvent(2))), set(2, 'maybe'), scopes[0], eyes);
    expect(feed.pages[0]?.items.map(({ mine }) => mine.attendance)).toEqual([undefined, 'maybe']);
    expect('attendance' in after(eventView(calendarEvent(2), 'yes'), set(2)).mine).toBe(false);
  });

  it('that is read again undoes nothing that came later, nor the own answer', () => {
    const held = feedOf(eventView(calendarEvent(4, { coming: 9 }), 'yes'));
    const older = withReread(held, { view: eventView(calendarEvent(3, { coming: 8 })), quoted: [] }).pages[0]?.items[1];
    expect([older?.event?.coming, older?.mine.attendance]).toEqual([9, 'yes']);
    const newer = withReread(held, { view: eventView(calendarEvent(5, { coming: 8 })), quoted: [] }).pages[0]?.items[1];
    expect([newer?.event?.coming, newer?.mine.attendance]).toEqual([8, undefined]);
  });

  it('is over at the moment at which it ends', () => {
    const ends = Date.parse(calendarEvent(1).ends);
    expect([isOver(calendarEvent(1), ends - 1), isOver(calendarEvent(1), ends)]).toEqual([false, true]);
  });

  it('has as many places left as nobody took, never fewer than none, and no number where everyone can come', () => {
    const left = (places: number | undefined, coming: number) => placesLeft(calendarEvent(1, { coming, ...(places !== undefined && { places }) }));
    expect([left(12, 9), left(12, 12), left(12, 13), left(undefined, 9)]).toEqual([3, 0, 0, undefined]);
  });

  it('is called by its heading, or by how its text begins', () => {
    expect(titleIn(eventView(undefined).post.blocks)).toBe('Kerstlunch');
    expect(titleIn(eventView(undefined).post.blocks.slice(1))).toBe('Met soep en brood. Neem je eigen kop mee.');
  });
});

describe('An own answer between the press and the answer of the server', () => {
  const counted = (view: PostView) => [view.event?.coming, view.event?.maybe, view.mine.attendance];
  const before = calendarEvent(2, { coming: 4, maybe: 2 });

  it.each([
    [undefined, 'yes', 5, 2],
    [undefined, 'maybe', 4, 3],
    [undefined, 'no', 4, 2],
    ['yes', 'maybe', 3, 3],
    ['maybe', 'yes', 5, 1],
    ['yes', 'no', 3, 2],
    ['no', 'yes', 5, 2],
  ] as const)('counts once: from %s to %s', (from, to, coming, maybe) => {
    const view = withOwn(eventView(before, from), to);
    expect(counted(view)).toEqual([coming, maybe, to]);
    expect(withOwn(view, to)).toBe(view);
  });

  it('that is taken back counts no more', () => {
    expect(counted(withOwn(eventView(before, 'yes'), 'nothing'))).toEqual([3, 2, undefined]);
    expect(counted(withOwn(eventView(before, 'maybe'), 'nothing'))).toEqual([4, 1, undefined]);
  });
});
