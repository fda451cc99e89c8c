import type { PostId, Question } from '../../protocol/generated.ts';
import { inLists } from '../posts/lists.ts';
import { applyToPosts, changeView, heldViews } from '../posts/queries.ts';
import { readViewSoon } from '../posts/reread.ts';
import { isDeskListBehind, readQuestionsSoon } from './lists.ts';
import { lacksAnswer, type QuestionEvent, withQuestion } from './question.ts';

export function applyQuestionEvent(event: QuestionEvent): void {
  applyToPosts(event);
  inLists((lists) => lists.apply(event));
  fetchAnswer(event.data.post);
  if (isDeskListBehind(event.data.post, event.data.question)) readQuestionsSoon();
}

/// What an own act made of it. The event that follows finds it there.
export function putQuestion(post: PostId, question: Question): void {
  changeView(post, (view) => withQuestion(view, question));
  inLists((lists) => lists.put(post, { question }));
  fetchAnswer(post);
}

/// An event names the answer, and does not say what stands in it.
function fetchAnswer(post: PostId): void {
  if (heldViews(post).some(lacksAnswer)) readViewSoon(post);
}
