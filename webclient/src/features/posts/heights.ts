import type { PostId } from '../../protocol/generated.ts';
import { whenLeaving } from '../accounts/session.ts';

/// How high posts were in a feed when they were last drawn there: so much room is kept for one that is not drawn, also for
/// whoever comes back to the feed. In a window of another width nothing of it holds.

const heights = new Map<PostId, number>();
let width = 0;

whenLeaving(() => {
  heights.clear();
});

/// With the width of the window that it holds for.
export interface Height {
  height: number;
  width: number;
}

export function keptHeight(post: PostId): Height | undefined {
  const height = width === innerWidth ? heights.get(post) : undefined;
  return height === undefined ? undefined : { height, width };
}

/// What is not laid out has no height, and says nothing.
export function keepHeight(post: PostId, height: number): void {
  if (height <= 0) return;
  if (width !== innerWidth) heights.clear();
  width = innerWidth;
  heights.set(post, height);
}
