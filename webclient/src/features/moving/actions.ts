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

/// `wider`: people may read it there who could not before, and nobody has said yet that they may. `comments`: they may not
/// read what others wrote below it. `author`: who wrote it would not read it there.
export type Outcome = 'moved' | Question | 'failed';

/// What the server asks, or says of this place alone.
export type Question = 'wider' | 'comments' | 'author';

const questions: Readonly<Partial<Record<string, Question>>> = { audience: 'wider', comments: 'comments', author: 'author' };

/// Moves it, says where it is now, and offers the way back to whoever may go it.
export async function move(post: Post, to: Where, isWiderMeant: boolean, text: AllWords): Promise<Outcome> {
  const outcome = await request({ post: post.id, tab: to.tab.tab.id, wider: isWiderMeant }, text);
  if (outcome !== 'moved') return outcome;
  const isOwn = post.author === currentMe()?.person.id;
  const leadsBack = isOwn || looksAfter(to.group, to.tab);
  say(
    text.moving.done(text.home.place(to.group.group.name, to.tab.tab.name)),
    leadsBack ? { label: text.post.undo, run: () => void moveBack(post, isOwn, false, text) } : undefined,
  );
  return 'moved';
}

/// Where it came from more people may read it than where it is: then its author says so first, as for any other move.
async function moveBack(post: Post, isOwn: boolean, isWiderMeant: boolean, text: AllWords): Promise<void> {
  const { moving } = text;
  const outcome = await request({ post: post.id, tab: post.tab, wider: isWiderMeant }, text);
  if (outcome === 'moved') say(moving.back);
  else if (outcome === 'wider' && isOwn) {
    say(`${moving.notBack} ${whyAsked(outcome, post, isOwn, text)}`, { label: moving.anyway, run: () => void moveBack(post, isOwn, true, text) });
  } else if (outcome !== 'failed') complain(`${moving.failed} ${whyAsked(outcome, post, isOwn, text)}`);
}

/// In words. What a post said before it was edited was for those who read it then.
export function whyAsked(question: Question, post: Post, isOwn: boolean, { moving }: AllWords): string {
  if (question !== 'wider') return moving[question];
  if (!isOwn) return moving.widerByAuthor;
  return post.edited_at === undefined ? moving.wider : `${moving.wider} ${moving.versionsGo}`;
}

/// What the server refuses is said at once, unless it only asks.
async function request(wanted: MovePost, text: AllWords): Promise<Outcome> {
  try {
    learn(await api.movePost(wanted));
    return 'moved';
  } catch (error) {
    const question = hasCode(error, 'conflict') ? questions[error.field ?? ''] : undefined;
    if (question) return question;
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
