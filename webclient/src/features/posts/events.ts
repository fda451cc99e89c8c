import type { LiveEvent } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { applyToGroups, groupsAfter, mayBeCounted, readGroupsAfresh } from '../groups/groups.ts';
import { forgetThread, readMovedThread } from '../comments/queries.ts';
import { applyToPins } from '../pins/pins.ts';
import { inLists } from './lists.ts';
import { rememberMove } from './moves.ts';
import { settleByEvent } from './outbox.ts';
import { applyToPosts, forgetPost, heldViews, readBookmarksAfresh, readMovedPost, readQuestionsAfresh } from './queries.ts';
import { forgetMarksAt } from './reading.ts';
import { readViewSoon } from './reread.ts';

export type PostEvent = Extract<LiveEvent, { type: `post.${string}` | 'redacted' }>;

/// Of one who deletes, all the others hear; of a server that comes back, too.
const everyoneHears = 2_000;

export function applyPostEvent(event: PostEvent): void {
  switch (event.type) {
    case 'post.created':
      settleByEvent(event.data.post);
      applyToPosts(event);
      applyToPins(event);
      applyToGroups((list) => groupsAfter(list, event));
      if (event.data.post.kind === 'question' && event.data.post.author === currentMe()?.person.id) readQuestionsAfresh();
      // One that comes back, or from elsewhere, had been talked about, and may have been kept.
      if (event.data.post.version > 1) {
        inLists((lists) => lists.apply(event));
        readViewSoon(event.data.post.id);
        readBookmarksAfresh();
      }
      return;
    case 'post.edited':
      applyToEdited(event);
      applyToPins(event);
      inLists((lists) => lists.apply(event));
      return;
    case 'post.deleted':
      applyToPosts(event);
      applyToPins(event);
      inLists((lists) => lists.apply(event));
      forgetPost(event.data.post);
      forgetThread(event.data.post);
      // Only the server knows whether it had been read.
      if (mayBeCounted(event.data.tab)) readGroupsAfresh(everyoneHears);
      return;
    case 'post.moved':
      rememberMove(event.data.post, event.data.version);
      forgetMarksAt(event.data.post);
      applyToPosts(event);
      applyToPins(event);
      inLists((lists) => lists.apply(event));
      readMovedPost(event.data.post);
      readMovedThread(event.data.post);
      if (mayBeCounted(event.data.tab)) readGroupsAfresh(everyoneHears);
      return;
    case 'redacted':
      // What became of it is told by a later event; that a post was new is told by nothing.
      if (event.data.subject.startsWith('post:')) readGroupsAfresh(everyoneHears);
      return;
    default:
      event satisfies never;
  }
}

/// One that comes to a list with an edit, as to that of a topic, had been talked about.
function applyToEdited(event: Extract<PostEvent, { type: 'post.edited' }>): void {
  const { id } = event.data.post;
  const held = heldViews(id).length;
  applyToPosts(event);
  if (heldViews(id).length > held) readViewSoon(id);
}
