import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Comment } from '../../protocol/generated.ts';
import { copyAddress } from '../posts/actions.ts';
import { putComment, readThreadAfresh, takeComment } from './queries.ts';

export const copyLink = ({ post, id }: Comment, text: Catalogue): Promise<void> =>
  copyAddress(`/p/${String(post)}?comment=${String(id)}`, text);

/// Deletes at once, and offers the way back; what the server refuses stands there again. Without an answer only asking
/// tells.
export async function deleteComment(comment: Comment, text: Catalogue): Promise<void> {
  takeComment(comment);
  try {
    await api.deleteComment({ comment: comment.id });
  } catch (error) {
    const isUnknown = isOutcomeUnknown(error);
    if (!isUnknown) putComment(comment);
    complain(isUnknown ? text.comment.deleteUnknown : text.comment.deleteFailed);
    readThreadAfresh(comment.post).catch(() => undefined);
    return;
  }
  say(text.comment.deleted, { label: text.post.undo, run: () => void restoreComment(comment, text) });
}

async function restoreComment(comment: Comment, text: Catalogue): Promise<void> {
  try {
    putComment(await api.restoreComment({ comment: comment.id }));
    say(text.comment.restored);
  } catch {
    complain(text.comment.restoreFailed);
  }
}
