import { useLanguage } from '../../i18n/text.tsx';
import type { Language, Post, PostId } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { type Said, saidIn } from './said.ts';

/// In which language somebody chose to read a post that has two, for as long as the page lives.
const chosen = new Store<ReadonlyMap<PostId, Language>>(new Map());

whenLeaving(() => chosen.set(new Map()));

export function choose(post: PostId, language: Language): void {
  chosen.update((all) => new Map(all).set(post, language));
}

/// What this reader sees of a post, wherever it stands: in the language of the page, unless they chose the other one.
export function useSaid(post: Pick<Post, 'id' | 'blocks' | 'translation'>): Said {
  const own = useLanguage();
  return saidIn(post, useStore(chosen, (all) => all.get(post.id)) ?? own);
}
