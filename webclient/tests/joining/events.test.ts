import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { requestsQuery } from '../../src/features/joining/waiting.ts';
import { queries } from '../../src/state/queries.ts';
import { event, group, me } from '../make.ts';

const departures = { leftGroup: vi.fn(), lostTab: vi.fn(), lostStream: vi.fn() };
const cursors = [{ stream: 'user:7', cursor: 'g:10' }];
const pending = () => queries.getQueryData(groupsQuery.queryKey)?.items[0]?.pending_requests;

beforeEach(() => {
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
});

describe('A request to join', () => {
  it('counts for an owner, and the list is read again', () => {
    queries.setQueryData(groupsQuery.queryKey, { items: [group({ role: 'owner', pending_requests: 0 })], cursors });
    queries.setQueryData(requestsQuery(2).queryKey, []);
    dispatch(event('requests.changed', 11, { group: 2, pending: 3 }, 'user:7'), departures);
    expect(pending()).toBe(3);
    expect(queries.getQueryState(requestsQuery(2).queryKey)?.isInvalidated).toBe(true);
  });

  it('does not count for who is no owner any more', () => {
    queries.setQueryData(groupsQuery.queryKey, { items: [group()], cursors });
    dispatch(event('requests.changed', 11, { group: 2, pending: 3 }, 'user:7'), departures);
    expect(pending()).toBeUndefined();
  });
});
