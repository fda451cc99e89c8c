import { useState } from 'react';
import type { PersonId, Post, PostView } from '../../protocol/generated.ts';
import { isNewer } from './feed.ts';

interface Seen {
  /// The newest post when last looked.
  latest: Post;
  /// Newer posts by others than this one wait.
  shownUpTo: Post;
}

/// Which posts are shown and how many wait, so that the page never moves under its reader. What others post while the
/// reader is further down waits for a word; own posts, and what comes while the reader is at the top, show at once.
export function useArrivals(items: PostView[], me: PersonId, isAtTop: boolean) {
  const newest = items[0]?.post;
  const [held, setHeld] = useState<Seen | undefined>(newest && { latest: newest, shownUpTo: newest });
  let seen = held;
  if (newest && newest.id !== seen?.latest.id) {
    seen = lookAgain(seen, newest, isAtTop || newest.author === me);
    setHeld(seen);
  }
  const { shownUpTo } = seen ?? {};
  const waits = ({ post }: PostView) => shownUpTo !== undefined && isNewer(post, shownUpTo) && post.author !== me;
  const waiting = items.filter(waits).length;
  return {
    shown: waiting === 0 ? items : items.filter((view) => !waits(view)),
    waiting,
    /// Shows all that is there, then goes on from there.
    reveal: () => {
      setHeld(undefined);
    },
  };
}

function lookAgain(seen: Seen | undefined, newest: Post, mayShow: boolean): Seen {
  if (!seen) return { latest: newest, shownUpTo: newest };
  const someWait = isNewer(seen.latest, seen.shownUpTo);
  return { latest: newest, shownUpTo: mayShow && !someWait ? newest : seen.shownUpTo };
}
