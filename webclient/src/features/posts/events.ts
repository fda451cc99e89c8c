import type { LiveEvent } from '../../protocol/generated.ts';
import { applyToGroups, groupsAfter, mayBeCounted, readGroupsAfresh } from '../groups/groups.ts';
import { settleByEvent } from './outbox.ts';
import { applyToPosts, forgetPost } from './queries.ts';

export type PostEvent = Extract<LiveEvent, { type: `post.${string}` | 'redacted' }>;

/// Of one who deletes, all the others hear; of a server that comes back, too.
const everyoneHears = 2_000;

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
      if (mayBeCounted(event.data.tab)) readGroupsAfresh(everyoneHears);
      return;
    case 'redacted':
      // What became of the post is told by a later event; that it was new is told by nothing.
      readGroupsAfresh(everyoneHears);
      return;
    default:
      event satisfies never;
  }
}
