import type { HeldPost, OwnHeldPost } from '../../protocol/generated.ts';
import { PollType } from '../polls/PollType.tsx';
import { PraiseType } from '../praise/PraiseType.tsx';
import { QuestionTo } from '../questions/QuestionTo.tsx';
import { QuestionType } from '../questions/QuestionType.tsx';

/// What kind of post waits, when it is not a plain one; and of a question, to whom it is to go.
export function HeldType({ held: { post, question } }: { held: HeldPost | OwnHeldPost }) {
  if (question) return <QuestionTo question={question} />;
  if (post.kind === 'question') return <QuestionType />;
  if (post.kind === 'poll') return <PollType />;
  return post.kind === 'praise' && <PraiseType />;
}
