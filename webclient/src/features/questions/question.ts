import type { CommentView, LiveEvent, Post, PostId, PostView, Question } from '../../protocol/generated.ts';

/// A question as a value: what becomes of the post that asks it. Pure.

export type QuestionEvent = Extract<LiveEvent, { type: `question.${string}` }>;

/// Read by who asked and by the desk alone; it stands in no feed, and the live channel tells nothing of it.
export const isConfidential = ({ state }: Pick<Post, 'state'>): boolean => state === 'confidential';

/// Nobody has answered it yet, or who asked was not helped.
export const isOpen = ({ state }: Question): boolean => state === 'asked' || state === 'routed';

/// Another one that asks the same is answered in its place.
export const isMerged = (question: Question): question is Question & { merged_into: PostId } => question.merged_into !== undefined;

export const newerQuestion = (held: Question | undefined, told: Question | undefined): Question | undefined =>
  told !== undefined && told.version > (held?.version ?? 0) ? told : held;

/// From an answer or an event. An older version is ignored.
export function withQuestion(view: PostView, told: Question): PostView {
  const question = newerQuestion(view.question, told);
  return question === view.question || question === undefined ? view : withAnswer({ ...view, question });
}

/// The comment that the question names as its answer: of those that are held, or of `known`. What a question does not name
/// is no answer any more.
export function withAnswer(view: PostView, known: readonly CommentView[] = []): PostView {
  const named = view.question?.answer;
  if (view.answer?.comment.id === named) return view;
  const found = [...known, ...view.latest].find(({ comment }) => comment.id === named);
  if (found) return { ...view, answer: found };
  if (!view.answer) return view;
  const rest = { ...view };
  delete rest.answer;
  return rest;
}

/// The question names an answer that is held nowhere: only the server knows what it says.
export const lacksAnswer = ({ question, answer }: PostView): boolean => question?.answer !== undefined && answer === undefined;
