import type { PostId } from '../../protocol/generated.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewAfresh } from './queries.ts';

/// Everyone who holds the post asks, so not all at once.
const spread = 2_000;
const due = new Map<PostId, ReturnType<typeof setTimeout>>();

whenLeaving(() => {
  for (const timer of due.values()) clearTimeout(timer);
  due.clear();
});

/// What stands below a post that is held is more than events tell: it is asked for within two seconds, once.
export function readViewSoon(post: PostId): void {
  if (due.has(post)) return;
  const read = () => {
    due.delete(post);
    // Without an answer it shows what it had; the next time one comes it is asked for anew.
    readViewAfresh(post).catch(() => undefined);
  };
  due.set(post, setTimeout(read, spread * Math.random()));
}
