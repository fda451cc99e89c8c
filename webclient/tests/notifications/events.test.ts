import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { notificationsQuery } from '../../src/features/notifications/notifications.ts';
import type { LiveEvent } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { comment, event, groupNotification, me, notification, notificationList, post, reading } from '../make.ts';

const departures = { leftGroup: () => undefined, lostTab: () => undefined, lostStream: () => undefined };
const request = groupNotification(8, { group: 4 });

beforeEach(() => {
  vi.useFakeTimers();
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  queries.setQueryData(notificationsQuery.queryKey, notificationList(notification(9, { comment: 12 }), request));
});
afterEach(() => {
  act(sessionEnded);
  vi.useRealTimers();
  queries.clear();
});

/// After which what happens is no longer gathered with what was before.
const aSecond = () => vi.advanceTimersByTimeAsync(1_000);

/// Whether the list is to be read again after this.
async function rereads(...events: LiveEvent[]): Promise<boolean> {
  for (const each of events) dispatch(each, departures);
  await Promise.resolve();
  return queries.getQueryState(notificationsQuery.queryKey)?.isInvalidated ?? false;
}

const deletedComment = (of: number) => event('comment.deleted', 11, { comment: 12, post: of, tab: 21, group: 2, version: 2, thread: { comments: 0, version: 2 } });

describe('The list is read again', () => {
  it.each([
    ['notifications.changed', { person: 7 }],
    ['access.changed', { person: 7 }],
    ['group.joined', { group: 2 }],
    ['group.left', { group: 2 }],
    ['tab.followed', { reading: reading(21) }],
    ['tabs.changed', { group: 2 }],
  ] as const)('at %s', async (type, data) => {
    expect(await rereads(event(type, 2, data, 'user:7'))).toBe(true);
  });

  it.each([
    ['a post is deleted', event('post.deleted', 11, { post: 5, tab: 21, group: 2, version: 2 })],
    ['a post is edited', event('post.edited', 11, { post: post(5, { version: 2 }) })],
    ['a comment is deleted', deletedComment(5)],
    ['a comment is edited', event('comment.edited', 11, { comment: comment(12, { version: 2 }), thread: { comments: 1, version: 2 } })],
    ['a request to join is answered', event('requests.changed', 11, { group: 4, pending: 0 }, 'moderators:4')],
  ])('when %s of which it tells', async (_what, one) => {
    expect(await rereads(one)).toBe(true);
  });

  it.each([
    ['a post is deleted', event('post.deleted', 11, { post: 6, tab: 21, group: 2, version: 2 })],
    ['a post is edited', event('post.edited', 11, { post: post(6, { version: 2 }) })],
    ['a comment is deleted', deletedComment(6)],
    ['a comment is edited', event('comment.edited', 11, { comment: comment(13, { version: 2 }), thread: { comments: 1, version: 2 } })],
    ['people ask to join', event('requests.changed', 11, { group: 2, pending: 1 }, 'moderators:2')],
    ['a post is new', event('post.created', 11, { post: post(5) })],
    ['a comment is new', event('comment.created', 11, { comment: comment(14), thread: { comments: 1, version: 2 } })],
  ])('not when %s of which it does not tell', async (_what, one) => {
    expect(await rereads(one)).toBe(false);
  });

  it('when what was deleted while it told of it comes back, and nothing else', async () => {
    const back = (of: number) => event('comment.created', 12, { comment: comment(12, { post: of, version: 3 }), thread: { comments: 1, version: 3 } });
    expect(await rereads(back(5))).toBe(false);
    await rereads(deletedComment(5));
    queries.setQueryData(notificationsQuery.queryKey, notificationList());
    expect(await rereads(back(6))).toBe(false);
    await aSecond();
    expect(await rereads(back(5))).toBe(true);
  });
});
