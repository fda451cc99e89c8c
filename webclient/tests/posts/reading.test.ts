import { afterEach, describe, expect, it, vi } from 'vitest';
import { isUnread, readingsOf } from '../../src/features/groups/readings.ts';
import { forgetTab } from '../../src/features/groups/events.ts';
import { forgetMarksAt, markRead, marksFor } from '../../src/features/posts/reading.ts';
import { at, group, post, tab, viewOf } from '../make.ts';

const me = 7;
const readings = (unread: number) => readingsOf([group({ tabs: [tab(21, {}, unread, at(1))] })]);
const newestFirst = [4, 3, 2, 1].map((id) => viewOf(post(id)));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Reading marks', () => {
  it('call a post unread that came later than the mark, unless it is my own', () => {
    expect(isUnread(post(2), readings(1), me)).toBe(true);
    expect(isUnread(post(1), readings(1), me)).toBe(false);
    expect(isUnread(post(2, { author: me }), readings(1), me)).toBe(false);
  });

  it('move up to the newest post of which all before it were seen', () => {
    expect(marksFor(newestFirst, readings(3), new Set([2, 3]), me)).toEqual(new Map([[21, 3]]));
    expect(marksFor(newestFirst, readings(3), new Set([2, 3, 4]), me)).toEqual(new Map([[21, 4]]));
  });

  it('stay while the oldest unread post has not been seen', () => {
    expect(marksFor(newestFirst, readings(3), new Set([4, 3]), me).size).toBe(0);
  });

  it('stay while unread posts are still to be loaded', () => {
    expect(marksFor(newestFirst, readings(9), new Set([2, 3, 4]), me).size).toBe(0);
  });

  it('go per tab', () => {
    const both = readingsOf([group({ tabs: [tab(21, {}, 1, at(1)), tab(22, {}, 1, at(1))] })]);
    const items = [viewOf(post(3, { tab: 22 })), viewOf(post(2))];
    expect(marksFor(items, both, new Set([3]), me)).toEqual(new Map([[22, 3]]));
  });

  it('are not told of a tab that left my sight meanwhile', async () => {
    vi.useFakeTimers();
    const fetch = vi.fn(() => Promise.resolve(new Response('{"title":"gone"}', { status: 404 })));
    vi.stubGlobal('fetch', fetch);
    markRead(new Map([[21, 3], [22, 4]]));
    forgetTab(21);
    await vi.advanceTimersByTimeAsync(10_000);
    const asked = fetch.mock.calls.map((call: unknown[]) => String(call[0]));
    expect(asked.filter((address) => address.includes('/tabs/'))).toEqual([expect.stringContaining('/tabs/22/')]);
  });

  it('are not told at a post that moved away meanwhile', async () => {
    vi.useFakeTimers();
    const fetch = vi.fn(() => Promise.resolve(new Response('{"title":"gone"}', { status: 404 })));
    vi.stubGlobal('fetch', fetch);
    markRead(new Map([[21, 3], [22, 4]]));
    forgetMarksAt(3);
    await vi.advanceTimersByTimeAsync(10_000);
    const asked = fetch.mock.calls.map((call: unknown[]) => String(call[0]));
    expect(asked.filter((address) => address.includes('/tabs/'))).toEqual([expect.stringContaining('/tabs/22/')]);
  });
});
