import { useText } from '../../i18n/text.tsx';
import type { Question } from '../../protocol/generated.ts';
import { useTarget } from '../departments/useTarget.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';

/// A question that nobody is asked yet, as it is held: to whom it is to go.
export function QuestionTo({ question }: { question: Question }) {
  const text = useText();
  const target = useTarget(question);
  return (
    <PostAbout>
      <KindMark kind="question" />
      {target !== undefined && <span>{text.questions.to(target)}</span>}
    </PostAbout>
  );
}
