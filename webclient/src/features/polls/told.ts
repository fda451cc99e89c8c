import { useEffect } from 'react';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewSoon } from '../posts/reread.ts';
import { lacksOutcome } from './poll.ts';

/// The newest version of each poll that an event told, also of one that is still on its way here.
const told = new Store<ReadonlyMap<PostId, number>>(new Map());

whenLeaving(() => {
  told.set(new Map());
});

export function learnVersion(post: PostId, version: number): void {
  if (version > (told.get().get(post) ?? 0)) told.update((all) => new Map(all).set(post, version));
}

/// Events carry no votes while people vote: whoever sees them reads the post again, once it is in view.
export function useOutcomeAfresh(view: PostView): void {
  const { id } = view.post;
  const newest = useStore(told, (all) => all.get(id) ?? 0);
  const isLacking = lacksOutcome(view, newest);
  useEffect(() => {
    if (isLacking) readViewSoon(id);
  }, [id, isLacking, newest]);
}
