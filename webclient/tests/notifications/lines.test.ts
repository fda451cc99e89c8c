import { describe, expect, it } from 'vitest';
import { type Line, linesIn, type Mark, newestUnread, unreadIn, withoutPlace } from '../../src/features/notifications/lines.ts';
import type { Notification } from '../../src/protocol/generated.ts';
import { at, group, groupNotification, notification, notificationList, tab } from '../make.ts';

const other = group({ group: { ...group().group, id: 4, name: 'Hardlopen' }, tabs: [tab(41)] });
const groups = [group(), other];
const asked = (id: number, more: Partial<Notification> = {}) => groupNotification(id, { group: 4, ...more });
const mark = (upTo: number, more: Partial<Mark> = {}): Mark => ({ up_to: upTo, at: at(upTo), ...more });
const lines = (items: Notification[], ...marks: Mark[]) => linesIn(items, groups, marks);
const ids = (of: readonly Line[]) => of.map(({ notification: { id } }) => id);
const unread = (of: readonly Line[]) => ids(of.filter(({ notification: { read } }) => !read));

describe('The lines', () => {
  it('say where each happened', () => {
    const [inTab, inGroup] = lines([notification(9), asked(8)]);
    expect([inTab?.group.name, inTab?.tab?.name]).toEqual(['SSC & Verkoop', 'Algemeen']);
    expect([inGroup?.group.name, inGroup?.tab]).toEqual(['Hardlopen', undefined]);
  });

  it('leave out what happened in a group or a tab that one does not know, or not any more', () => {
    const items = [notification(9), notification(8, { tab: 29 }), notification(7, { group: 9, tab: 91 }), asked(6, { group: 9 })];
    expect(ids(lines(items))).toEqual([9]);
    expect(linesIn(items, [], [])).toEqual([]);
  });

  it('are read up to where one has read: all, what is about a post, or about a group itself', () => {
    const items = [notification(9), notification(8, { post: 6 }), asked(7), notification(6)];
    expect(unread(lines(items, mark(8)))).toEqual([9]);
    expect(unread(lines(items, mark(9, { post: 5 })))).toEqual([8, 7]);
    expect(unread(lines(items, mark(9, { group: 4 })))).toEqual([9, 8, 6]);
    expect(unread(lines(items, mark(9, { group: 2 })))).toEqual([9, 8, 7, 6]);
  });

  it('are unread again when it happens again: the id stays, the moment does not', () => {
    const again = notification(6, { at: at(10) });
    expect(unread(lines([again, notification(9)], mark(9)))).toEqual([6]);
  });

  it('of one moment are read in the order of their ids', () => {
    const items = [notification(9, { at: at(3) }), notification(8, { at: at(3) })];
    expect(unread(lines(items, mark(8, { at: at(3) })))).toEqual([9]);
  });

  it('know the newest that is unread, of all or of one subject', () => {
    const all = lines([notification(9, { read: true }), notification(8, { post: 6 }), notification(7), asked(6), notification(5)]);
    expect(newestUnread(all)?.id).toBe(8);
    expect(newestUnread(all, { post: 5 })?.id).toBe(7);
    expect(newestUnread(all, { group: 4 })?.id).toBe(6);
    expect(newestUnread(all, { group: 2 })).toBeUndefined();
  });
});

describe('The number of unread lines', () => {
  const list = { ...notificationList(notification(9), notification(8), notification(7, { read: true })), unread: 12 };
  const count = (...marks: Mark[]) => unreadIn(list, lines(list.items, ...marks), marks);

  it('is what the server counts, also beyond the list', () => {
    expect(count()).toBe(12);
  });

  it('goes down with what is read here, and to nothing when that is all', () => {
    expect(count(mark(8, { post: 5 }))).toBe(11);
    expect(count(mark(9))).toBe(0);
  });

  it('does not count what is left out', () => {
    const closed = notificationList(notification(9, { group: 9, tab: 91 }), notification(8));
    expect(unreadIn(closed, lines(closed.items), [])).toBe(1);
  });
});

describe('A list without a place', () => {
  const list = notificationList(notification(9), notification(8, { tab: 22, read: true }), asked(7));

  it('has lost the lines of that tab or group, and what was unread of them', () => {
    expect(withoutPlace(list, { tab: 21 })).toMatchObject({ items: [{ id: 8 }, { id: 7 }], unread: 1 });
    expect(withoutPlace(list, { group: 2 })).toMatchObject({ items: [{ id: 7 }], unread: 1 });
  });

  it('is the same when it had none', () => {
    expect(withoutPlace(list, { tab: 29 })).toBe(list);
  });
});
