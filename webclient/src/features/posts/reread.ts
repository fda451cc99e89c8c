import type { PostId } from '../../protocol/generated.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewAfresh } from './queries.ts';

/// Everyone who holds the post asks, so not all at once; and nobody more often than this.
const spread = 2_000;
const due = new Map<PostId, ReturnType<typeof setTimeout>>();
const lastRead = new Map<PostId, number>();

whenLeaving(() => {
  for (const timer of due.values()) clearTimeout(timer);
  due.clear();
  lastRead.clear();
});

/// At once; without an answer it shows what it had, and the next time one comes it is asked for anew.
export const readViewNow = (post: PostId): Promise<void> => readViewAfresh(post).catch(() => undefined);

/// What stands below a post that is held is more than events tell: it is asked for within two seconds, once.
export function readViewSoon(post: PostId): void {
  if (due.has(post)) return;
  const read = () => {
    due.delete(post);
    lastRead.set(post, Date.now());
    void readViewNow(post);
  };
  const rest = Math.min(spread, (lastRead.get(post) ?? 0) + spread - Date.now());
  due.set(post, setTimeout(read, Math.max(rest, spread * Math.random())));
}
