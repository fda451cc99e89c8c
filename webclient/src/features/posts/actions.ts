import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { putPinned, takePinned } from '../pins/pins.ts';
import { forgetPost, putPost, readPostsAfresh, takePost } from './queries.ts';

export const copyLink = (post: Post, text: Catalogue): Promise<void> => copyAddress(`/p/${String(post.id)}`, text);

/// Of a page of Plein, for somewhere else.
export async function copyAddress(path: string, text: Catalogue): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, location.href).href);
    say(text.post.copied);
  } catch {
    complain(text.post.copyFailed);
  }
}

/// Deletes at once, and offers the way back; what the server refuses stands there again. Without an answer only asking
/// tells.
export async function deletePost(post: Post, text: Catalogue): Promise<void> {
  takePost(post.id);
  takePinned(post.id);
  try {
    await api.deletePost({ post: post.id });
  } catch (error) {
    if (isOutcomeUnknown(error)) {
      readPostsAfresh();
      complain(text.post.deleteUnknown);
    } else {
      putPost(post);
      putPinned(post);
      complain(text.post.deleteFailed);
    }
    return;
  }
  forgetPost(post.id);
  say(text.post.deleted, { label: text.post.undo, run: () => void restorePost(post, text) });
}

async function restorePost(post: Post, text: Catalogue): Promise<void> {
  try {
    putPost(await api.restorePost({ post: post.id }));
    forgetPost(post.id);
    say(text.post.restored);
  } catch {
    complain(text.post.restoreFailed);
  }
}
