import { beforeEach, describe, expect, it } from 'vitest';
import { forgetHeld, heldQuery, ownHeldQuery } from '../../src/features/held/held.ts';
import { applyHeldEvent } from '../../src/features/held/events.ts';
import { groupsQuery, needsApproval } from '../../src/features/groups/groups.ts';
import { queries } from '../../src/state/queries.ts';
import { at, event, group, post, tab } from '../make.ts';

const waiting = { post: post(1, { state: 'held' }), kind: 'approval' as const, since: at(1) };

beforeEach(() => {
  queries.clear();
  queries.setQueryData(groupsQuery.queryKey, { items: [group({ role: 'moderator', held: 1 })], cursors: [] });
  queries.setQueryData(heldQuery(2).queryKey, [waiting]);
  queries.setQueryData(ownHeldQuery(2).queryKey, [waiting]);
});

const isStale = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;

describe('What waits for approval', () => {
  it('is read anew when it changed, in that group alone', () => {
    queries.setQueryData(heldQuery(3).queryKey, []);
    applyHeldEvent(event('held.changed', 5, { group: 2 }, 'moderators:2') as Parameters<typeof applyHeldEvent>[0]);
    expect(isStale(['held', 2])).toBe(true);
    expect(isStale(['own held', 2])).toBe(true);
    expect(isStale(['held', 3])).toBe(false);
  });

  it('leaves the device of who decides no more; the own stays', () => {
    forgetHeld(2);
    expect(queries.getQueryData(heldQuery(2).queryKey)).toBeUndefined();
    expect(queries.getQueryData(ownHeldQuery(2).queryKey)).toEqual([waiting]);
    expect(queries.getQueryData(groupsQuery.queryKey)?.items[0]).not.toHaveProperty('held');
  });

  it('decides whether one edits what is published', () => {
    const asking = { ...tab(21), needs_approval: true };
    queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [asking, tab(22)] })], cursors: [] });
    expect(needsApproval({ group: 2, tab: 21 })).toBe(true);
    expect(needsApproval({ group: 2, tab: 22 })).toBe(false);
    expect(needsApproval({ group: 9, tab: 21 })).toBe(false);
  });
});
