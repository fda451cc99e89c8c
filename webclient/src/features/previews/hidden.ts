import type { PostId } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { Store, useStore } from '../../state/store.ts';
import { currentMe } from '../accounts/session.ts';

/// Previews that somebody does not want to see, on this device; the last ones.
const most = 200;

const isPosts = (value: unknown): value is PostId[] => Array.isArray(value) && value.every((id) => typeof id === 'number');

// By person first, as drafts: it leaves with whoever signs out.
const name = () => `${String(currentMe()?.person.id)}.hidden-previews`;
const hidden = (): PostId[] => kept(name(), isPosts) ?? [];

const changes = new Store(0);

export const useIsHidden = (post: PostId): boolean => useStore(changes, () => hidden().includes(post));

export const hidePreview = (post: PostId): void => keepHidden([post, ...hidden()].slice(0, most));
export const showPreview = (post: PostId): void => keepHidden(hidden().filter((each) => each !== post));

function keepHidden(posts: readonly PostId[]): void {
  keep(name(), posts.length > 0 ? posts : undefined);
  changes.update((count) => count + 1);
}
