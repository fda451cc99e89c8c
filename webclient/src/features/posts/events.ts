import type { LiveEvent } from '../../protocol/generated.ts';
import { applyToGroups, groupsAfter, readGroupsAfresh } from '../groups/groups.ts';
import { settleByEvent } from './outbox.ts';
import { applyToPosts, forgetPost } from './queries.ts';

export type PostEvent = Extract<LiveEvent, { type: `post.${string}` | 'redacted' }>;

export function applyPostEvent(event: PostEvent): void {
  switch (event.type) {
    case 'post.created':
      settleByEvent(event.data.post);
      applyToPosts(event);
      applyToGroups((list) => groupsAfter(list, event));
      return;
    case 'post.edited':
      applyToPosts(event);
      return;
    case 'post.deleted':
      applyToPosts(event);
      forgetPost(event.data.post);
      // Only the server knows whether it had been read.
      readGroupsAfresh();
      return;
    case 'redacted':
      // What became of the post is told by a later event; that it was new is told by nothing.
      readGroupsAfresh();
      return;
    default:
      event satisfies never;
  }
}
