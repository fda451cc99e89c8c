import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { groupsQuery, readGroupsAfresh } from '../../src/features/groups/groups.ts';
import { applyPostEvent } from '../../src/features/posts/events.ts';
import { queries } from '../../src/state/queries.ts';
import { event, group, me, tab } from '../make.ts';

const invalidated = () => queries.getQueryState(groupsQuery.queryKey)?.isInvalidated;
const deleted = () => { applyPostEvent(event('post.deleted', 11, { post: 9, tab: 21, group: 2, version: 2 }) as never); };

function holding(unread: number) {
  queries.setQueryData(groupsQuery.queryKey, {
    items: [group({ tabs: [tab(21, {}, unread), tab(22, {}, 3)] })],
    cursors: [{ stream: 'group:2', cursor: 'g:10' }],
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  queries.setQueryData(meQuery.queryKey, me);
});
afterEach(() => {
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
  queries.clear();
});

describe('The list of groups, when a post is deleted', () => {
  it('is not read again by whoever had read it all', () => {
    holding(0);
    deleted();
    vi.advanceTimersByTime(5_000);
    expect(invalidated()).toBe(false);
  });

  it('is read again by whoever may have counted the post, not by everyone at the same moment', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    holding(1);
    deleted();
    vi.advanceTimersByTime(1_199);
    expect(invalidated()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(invalidated()).toBe(true);
  });

  it('is read again when an answer is on its way that may have counted it', () => {
    holding(0);
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    void queries.invalidateQueries({ queryKey: groupsQuery.queryKey });
    void queries.query({ ...groupsQuery, staleTime: 0 }).catch(() => undefined);
    const reading = vi.spyOn(queries, 'invalidateQueries');
    deleted();
    vi.advanceTimersByTime(2_200);
    expect(reading).toHaveBeenCalledWith({ queryKey: groupsQuery.queryKey });
    vi.unstubAllGlobals();
  });
});

describe('Reading the list of groups again', () => {
  it('happens also when there is always another reason', () => {
    holding(0);
    for (let reasons = 0; reasons < 3; reasons += 1) {
      readGroupsAfresh();
      vi.advanceTimersByTime(100);
    }
    expect(invalidated()).toBe(true);
  });

  it('does not wait for a reason that can wait', () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    holding(0);
    readGroupsAfresh(2_000);
    readGroupsAfresh();
    vi.advanceTimersByTime(200);
    expect(invalidated()).toBe(true);
  });
});
