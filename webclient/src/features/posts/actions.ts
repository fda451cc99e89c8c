import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import type { Post } from '../../protocol/generated.ts';
import { forgetPost, putPost, takePost } from './queries.ts';

export const linkTo = (post: Post): string => new URL(`/p/${String(post.id)}`, location.href).href;

export async function copyLink(post: Post, text: Catalogue): Promise<void> {
  try {
    await navigator.clipboard.writeText(linkTo(post));
    say(text.post.copied);
  } catch {
    complain(text.post.copyFailed);
  }
}

/// Deletes at once, and offers the way back; what the server refuses stands there again.
export async function deletePost(post: Post, text: Catalogue): Promise<void> {
  takePost(post.id);
  try {
    await api.deletePost({ post: post.id });
  } catch {
    putPost(post);
    complain(text.post.deleteFailed);
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
