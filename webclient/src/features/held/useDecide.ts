import { useState } from 'react';
import { complain, say } from '../../design/toast.ts';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { readHeldAfresh } from './held.ts';

interface Decide {
  isBusy: boolean;
  /// Carries it out and says how that went. False when it did not happen.
  decide: (act: () => Promise<void>, done: string) => Promise<boolean>;
}

/// For whoever decides on a post of `author`.
export function useDecide(post: Post, author: string): Decide {
  const text = useLaterText();
  const [isBusy, setBusy] = useState(false);
  const decide = async (act: () => Promise<void>, done: string) => {
    setBusy(true);
    try {
      await act();
      say(done);
      return true;
    } catch (error) {
      complain(whyNot(error, author, text));
      readHeldAfresh(post.group);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, decide };
}

/// Somebody else was faster, the author changed it meanwhile, or may not be read there any more.
function whyNot(error: unknown, name: string, text: AllWords): string {
  if (hasCode(error, 'stale_version')) return text.held.changedMeanwhile(name);
  if (hasCode(error, 'conflict')) return error.field === 'author' ? text.held.authorGone(name) : text.held.decidedMeanwhile;
  if (hasCode(error, 'not_found')) return text.held.gone;
  return text.errors[errorKey(error)];
}
