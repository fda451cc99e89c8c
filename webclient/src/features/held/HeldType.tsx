import type { OwnHeldPost } from '../../protocol/generated.ts';
import { IdeaFor } from '../ideas/IdeaFor.tsx';
import { KindMark } from '../posts/KindMark.tsx';
import { QuestionTo } from '../questions/QuestionTo.tsx';

/// What kind of post waits, when it is not a plain one; and of a question or an idea, to whom it is to go.
export function HeldType({ held: { post, question, idea } }: { held: Pick<OwnHeldPost, 'post' | 'question' | 'idea'> }) {
  if (question) return <QuestionTo question={question} />;
  return idea ? <IdeaFor idea={idea} /> : <KindMark kind={post.kind} />;
}
