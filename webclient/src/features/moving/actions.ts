import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { GroupView, MovePost, Post, TabView } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { looksAfter } from '../groups/groups.ts';
import { putPinned } from '../pins/pins.ts';
import { rememberMove } from '../posts/moves.ts';
import { putPost, readPostsAfresh } from '../posts/queries.ts';
import { readViewSoon } from '../posts/reread.ts';

export interface Where {
  group: GroupView;
  tab: TabView;
}

/// `wider`: people may read it there who could not before, and nobody has said yet that they may.
export type Outcome = 'moved' | 'wider' | 'failed';

/// Moves it, says where it is now, and offers the way back to whoever may go it.
export async function move(post: Post, to: Where, isWiderMeant: boolean, text: AllWords): Promise<Outcome> {
  const outcome = await request({ post: post.id, tab: to.tab.tab.id, wider: isWiderMeant }, text);
  if (outcome !== 'moved') return outcome;
  const isOwn = post.author === currentMe()?.person.id;
  const leadsBack = isOwn || looksAfter(to.group, to.tab);
  say(
    text.moving.done(text.home.place(to.group.group.name, to.tab.tab.name)),
    leadsBack ? { label: text.post.undo, run: () => void moveBack(post, isOwn, text) } : undefined,
  );
  return 'moved';
}

/// Where it came from all may read it again who could before: its author need not say so twice.
async function moveBack({ id, tab }: Post, isOwn: boolean, text: AllWords): Promise<void> {
  const outcome = await request({ post: id, tab, wider: isOwn }, text);
  if (outcome === 'moved') say(text.moving.back);
  else if (outcome === 'wider') complain(`${text.moving.failed} ${text.moving.widerByAuthor}`);
}

/// What the server refuses is said at once, unless it only asks.
async function request(wanted: MovePost, text: AllWords): Promise<Outcome> {
  try {
    learn(await api.movePost(wanted));
    return 'moved';
  } catch (error) {
    if (hasCode(error, 'conflict') && error.field === 'audience') return 'wider';
    if (isOutcomeUnknown(error)) readPostsAfresh();
    complain(`${text.moving.failed} ${whyNot(error, text)}`);
    return 'failed';
  }
}

function whyNot(error: unknown, { moving, errors }: AllWords): string {
  if (hasCode(error, 'conflict') && error.field === 'tab') return moving.needsApproval;
  if (hasCode(error, 'forbidden') && error.field === 'tab') return moving.mayNotPost;
  if (hasCode(error, 'not_found') && error.field === 'tab') return moving.placeGone;
  return errors[errorKey(error)];
}

/// Its events follow and find it there. In a feed that it comes to, what stands below it is not known yet.
function learn(post: Post): void {
  rememberMove(post.id, post.version);
  putPost(post);
  putPinned(post);
  readViewSoon(post.id);
}
