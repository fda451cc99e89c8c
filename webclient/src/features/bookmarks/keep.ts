import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { withKept } from '../posts/feed.ts';
import { changeView } from '../posts/queries.ts';

/// What one wants kept, or not any more, until the server has answered. One request at a time goes out for a post, and
/// what was wanted last is what is sent last.
const wanted = new Store<ReadonlyMap<PostId, boolean>>(new Map());

whenLeaving(() => {
  wanted.set(new Map());
});

export const useIsKept = (view: PostView): boolean => useStore(wanted, () => isKept(view));

/// All of these that are kept, as this person sees it.
export function useKept(items: readonly PostView[]): PostView[] {
  useStore(wanted);
  return items.filter(isKept);
}

export function toggleKept(view: PostView, text: Catalogue): void {
  setKept(view.post.id, !isKept(view), text);
}

const isKept = ({ post, mine }: PostView): boolean => wanted.get().get(post.id) ?? mine.kept;

/// At once, and with the way back; what the server refuses is as it was.
function setKept(post: PostId, kept: boolean, text: Catalogue): void {
  const isUnderway = wanted.get().has(post);
  want(post, kept);
  if (!isUnderway) void send(post, kept, text);
}

async function send(post: PostId, kept: boolean, text: Catalogue): Promise<void> {
  const failure = await requestTo(post, kept);
  const now = wanted.get().get(post);
  // Whoever left wants nothing any more.
  if (now === undefined) return;
  if (failure === undefined) changeView(post, (view) => withKept(view, kept));
  if (now !== kept) return send(post, now, text);
  want(post, undefined);
  if (failure !== undefined) complain(whyNot(failure, kept, text));
  else {
    const undo = { label: text.post.undo, run: () => setKept(post, !kept, text) };
    say(kept ? text.bookmarks.kept : text.bookmarks.dropped, undo);
  }
}

async function requestTo(post: PostId, kept: boolean): Promise<unknown> {
  try {
    await (kept ? api.keepPost({ post }) : api.dropPost({ post }));
    return undefined;
  } catch (error) {
    return error ?? new Error('no reason given');
  }
}

function whyNot(error: unknown, kept: boolean, { bookmarks, errors }: Catalogue): string {
  if (hasCode(error, 'full')) return bookmarks.full;
  return `${kept ? bookmarks.failed : bookmarks.dropFailed} ${errors[errorKey(error)]}`;
}

function want(post: PostId, kept: boolean | undefined): void {
  wanted.update((all) => {
    const others = [...all].filter(([each]) => each !== post);
    return new Map(kept === undefined ? others : [...others, [post, kept]]);
  });
}
