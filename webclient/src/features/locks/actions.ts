import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { putPost } from '../posts/queries.ts';

/// False when the comments are still open.
export async function lock(post: Post, reason: string, text: Catalogue): Promise<boolean> {
  try {
    putPost(await api.lockPost({ post: post.id, reason }));
  } catch (error) {
    complain(`${text.locks.failed} ${text.errors[errorKey(error)]}`);
    return false;
  }
  say(text.locks.done, { label: text.post.undo, run: () => void unlock(post, text) });
  return true;
}

export async function unlock(post: Post, text: Catalogue): Promise<void> {
  try {
    putPost(await api.unlockPost({ post: post.id }));
    say(text.locks.undone);
  } catch (error) {
    complain(`${text.locks.unlockFailed} ${text.errors[errorKey(error)]}`);
  }
}
