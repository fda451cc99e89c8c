import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { CommentId, PostView, Question, Addressee } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { targetOf } from '../departments/addressee.ts';
import { readViewSoon } from '../posts/reread.ts';
import { readConfidentialSoon } from './confidential.ts';
import { putQuestion } from './events.ts';

/// What people do with a question: shown as soon as the server says so, with the way back where that leads to what was.

export async function pickUp(view: PostView, text: Catalogue): Promise<void> {
  const question = await attempt(view, () => api.pickUpQuestion({ post: view.post.id }), text.questions.pickUpFailed, text);
  if (!question) return;
  // Who had it before is not who gets it back.
  const wasFree = view.question?.picked_up_by === undefined;
  say(text.questions.pickedUp, wasFree ? undoing(text, () => putDown({ ...view, question }, text)) : undefined);
}

export async function putDown(view: PostView, text: Catalogue): Promise<void> {
  const question = await attempt(view, () => api.putDownQuestion({ post: view.post.id }), text.questions.putDownFailed, text);
  if (!question) return;
  const wasMine = view.question?.picked_up_by === currentMe()?.person.id;
  say(text.questions.isFree, wasMine ? undoing(text, () => pickUp({ ...view, question }, text)) : undefined);
}

/// Who asked accepts it by that; others answer in the department's name.
export async function markAnswer(view: PostView, comment: CommentId, text: Catalogue): Promise<void> {
  const request = { post: view.post.id, comment };
  const question = await attempt(view, () => api.markAnswer(request), text.questions.markFailed, text);
  if (!question) return;
  const before = view.question?.answer;
  const now = { ...view, question };
  const undo = () => (before === undefined ? unmarkAnswer(now, text) : markAnswer(now, before, text));
  say(asks(view) ? text.questions.isAccepted : text.questions.marked, leadsBack(view) ? undoing(text, undo) : undefined);
}

export async function unmarkAnswer(view: PostView, text: Catalogue): Promise<void> {
  const question = await attempt(view, () => api.unmarkAnswer({ post: view.post.id }), text.questions.unmarkFailed, text);
  if (!question) return;
  const before = view.question?.answer;
  const undo = before !== undefined && leadsBack(view) ? undoing(text, () => markAnswer({ ...view, question }, before, text)) : undefined;
  say(text.questions.unmarked, undo);
}

/// False when the question still counts as answered.
export async function reopen(view: PostView, reason: string, text: Catalogue): Promise<boolean> {
  const request = { post: view.post.id, reason };
  const question = await attempt(view, () => api.reopenQuestion(request), text.questions.reopenFailed, text);
  if (question) say(text.questions.isReopened);
  return question !== undefined;
}

/// False when the question is still where it was.
export async function route(view: PostView, target: Addressee, text: Catalogue): Promise<boolean> {
  const question = await attempt(view, () => api.routeQuestion({ post: view.post.id, target }), text.questions.routeFailed, text);
  if (!question) return false;
  // Another desk reads it now, and this person perhaps not.
  if (question.confidential) readConfidentialSoon();
  // Who sent it to others has no say there any more, unless it is their own question.
  const before = view.question && asks(view) ? targetOf(view.question) : undefined;
  say(text.questions.isRouted, before && undoing(text, () => route({ ...view, question }, before, text)));
  return true;
}

const asks = ({ post }: PostView): boolean => post.author === currentMe()?.person.id;

/// Whether another mark, or none, can be taken back: the mark of who asked accepts, that of others does not, so one can set
/// anew only what one could have set.
const leadsBack = (view: PostView): boolean =>
  view.question?.answer === undefined || (view.question.state === 'accepted') === asks(view);

const undoing = ({ post }: Catalogue, undo: () => Promise<unknown>) => ({ label: post.undo, run: () => void undo() });

/// A question that has become another meanwhile is read again, so that it shows why this was refused.
async function attempt({ post }: PostView, request: () => Promise<Question>, failed: string, text: Catalogue): Promise<Question | undefined> {
  try {
    const question = await request();
    putQuestion(post.id, question);
    return question;
  } catch (error) {
    const isOther = hasCode(error, 'conflict');
    if (isOther) readViewSoon(post.id);
    complain(`${failed} ${isOther ? text.questions.changedMeanwhile : text.errors[errorKey(error)]}`);
    return undefined;
  }
}
