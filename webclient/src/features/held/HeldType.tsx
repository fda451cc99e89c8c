import type { HeldPost, OwnHeldPost } from '../../protocol/generated.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { QuestionTo } from '../questions/QuestionTo.tsx';

/// What kind of post waits, when it is not a plain one; and of a question, to whom it is to go.
export function HeldType({ held: { post, question } }: { held: HeldPost | OwnHeldPost }) {
  return question ? <QuestionTo question={question} /> : <KindMark kind={post.kind} />;
}
