import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Post, Translation } from '../../protocol/generated.ts';
import { needsApproval } from '../groups/groups.ts';
import { copyText } from '../held/held.ts';
import { putPinned } from '../pins/pins.ts';
import { putPost, readPostsAfresh } from '../posts/queries.ts';
import { isConfidential } from '../questions/question.ts';

/// Takes what an own post says in its other language away, and offers the way back.
export async function removeTranslation(post: Post, text: AllWords): Promise<void> {
  const { translation } = post;
  const { translating: words } = text;
  if (!translation) return;
  try {
    const without = await api.removeTranslation({ post: post.id });
    learnTranslated(without);
    say(words.removed, wayBack(without, translation, text));
  } catch (error) {
    if (isOutcomeUnknown(error)) {
      readPostsAfresh();
      complain(words.removeUnknown);
    } else complain(`${words.removeFailed} ${text.errors[errorKey(error)]}`);
  }
}

/// What is put back belongs to what the post says now. One that did not any more, or would wait for approval, can only be copied.
const wayBack = (post: Post, translation: Translation, text: AllWords) =>
  translation.outdated || (!isConfidential(post) && needsApproval(post))
    ? { label: text.held.copyText, run: () => void copyText(translation.body, text) }
    : { label: text.post.undo, run: () => void putBack(post, translation, text) };

/// Unless the post says something else by then.
async function putBack({ id, version }: Post, { language, body }: Translation, text: AllWords): Promise<void> {
  const { translating: words } = text;
  try {
    learnTranslated(await api.translatePost({ post: id, version, language, body }));
    say(words.back);
  } catch (error) {
    complain(hasCode(error, 'stale_version') ? words.notBackStale : `${words.notBack} ${text.errors[errorKey(error)]}`);
  }
}

export function learnTranslated(post: Post): void {
  putPost(post);
  putPinned(post);
}
