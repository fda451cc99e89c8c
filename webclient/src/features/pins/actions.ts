import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { putPost } from '../posts/queries.ts';
import { putPinned } from './pins.ts';

export async function pin(post: Post, text: Catalogue): Promise<void> {
  try {
    learn(await api.pinPost({ post: post.id }));
    say(text.pins.done, { label: text.post.undo, run: () => void unpin(post, text) });
  } catch (error) {
    complain(hasCode(error, 'full') ? text.pins.full : `${text.pins.failed} ${text.errors[errorKey(error)]}`);
  }
}

export async function unpin(post: Post, text: Catalogue): Promise<void> {
  try {
    learn(await api.unpinPost({ post: post.id }));
    say(text.pins.undone, { label: text.post.undo, run: () => void pin(post, text) });
  } catch (error) {
    complain(`${text.pins.unpinFailed} ${text.errors[errorKey(error)]}`);
  }
}

function learn(post: Post): void {
  putPost(post);
  putPinned(post);
}
