import type { LiveEvent, Post, PostId } from '../../protocol/generated.ts';
import { whenLeaving } from '../accounts/session.ts';

/// Posts that went to another place while this page was open, with the version that they had then.
const moved = new Map<PostId, number>();

whenLeaving(() => {
  moved.clear();
});

export function rememberMove(post: PostId, version: number): void {
  moved.set(post, Math.max(version, moved.get(post) ?? 0));
}

/// As the post was before it went: that brings it back nowhere, however late it comes.
export const isFromBefore = ({ id, version }: Post): boolean => version < (moved.get(id) ?? 0);

export const tellsFromBefore = (event: LiveEvent): boolean =>
  (event.type === 'post.created' || event.type === 'post.edited') && isFromBefore(event.data.post);
