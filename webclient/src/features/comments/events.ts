import type { Comment, PostId } from '../../protocol/generated.ts';
import { applyToPosts, heldView, heldWithAnswer } from '../posts/queries.ts';
import { readViewSoon } from '../posts/reread.ts';
import { isShort } from '../posts/talk.ts';
import type { CommentEvent } from './comments.ts';
import { settleByEvent } from './outbox.ts';
import { applyToThreads } from './queries.ts';

export function applyCommentEvent(event: CommentEvent): void {
  if (event.type === 'comment.created') settleByEvent(event.data.comment);
  applyToPosts(event);
  applyToThreads(event);
  if (event.type === 'comment.deleted') fillUp(event.data.post);
  if (event.type === 'comment.edited') renewAnswers(event.data.comment);
}

/// It answers the questions too that were merged with the one it stands below, perhaps in another group.
function renewAnswers({ id, post }: Comment): void {
  for (const each of heldWithAnswer(id)) if (each !== post) readViewSoon(each);
}

/// A card goes on to show what a fresh page shows.
function fillUp(post: PostId): void {
  const view = heldView(post);
  if (view && isShort(view)) readViewSoon(post);
}
