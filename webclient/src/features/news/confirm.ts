import { useMemo } from 'react';
import { complain } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewSoon } from '../posts/reread.ts';
import { putConfirmed } from './events.ts';
import { withWanted } from './news.ts';

/// News that this person confirmed here, and the server has yet to answer.
const wanted = new Store<ReadonlySet<PostId>>(new Set());

whenLeaving(() => {
  wanted.set(new Set());
});

/// The post as it will be once the server has answered.
export function useWithOwn(view: PostView): PostView {
  const isWanted = useStore(wanted, (all) => all.has(view.post.id));
  return useMemo(() => (isWanted ? withWanted(view) : view), [view, isWanted]);
}

/// Shows at once; what the server refuses stands as it was.
export async function confirmNews({ post: { id } }: PostView, text: AllWords): Promise<void> {
  if (wanted.get().has(id)) return;
  wanted.update((all) => new Set([...all, id]));
  try {
    putConfirmed(id, await api.confirmNews({ post: id }));
  } catch (error) {
    // Nobody is asked any more, or it is done after all: the card is to show that.
    if (hasCode(error, 'conflict') || isOutcomeUnknown(error)) readViewSoon(id);
    complain(`${text.news.confirmFailed} ${text.errors[errorKey(error)]}`);
  } finally {
    wanted.update((all) => new Set([...all].filter((each) => each !== id)));
  }
}
