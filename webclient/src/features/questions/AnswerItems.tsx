import { Check, X } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CommentId, PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { markAnswer, unmarkAnswer } from './actions.ts';
import { useQuestionRights } from './useQuestion.ts';

/// In the menu of a comment below a question.
export function AnswerItems({ view, comment }: { view: PostView; comment: CommentId }) {
  const text = useText();
  const asks = useMyself()?.person.id === view.post.author;
  if (!useQuestionRights(view).mark) return null;
  if (view.question?.answer === comment) {
    return (
      <MenuItem icon={<X size={18} aria-hidden />} onAction={() => void unmarkAnswer(view, text)}>
        {text.questions.unmark}
      </MenuItem>
    );
  }
  return (
    <MenuItem icon={<Check size={18} aria-hidden />} onAction={() => void markAnswer(view, comment, text)}>
      {asks ? text.questions.isIt : text.questions.mark}
    </MenuItem>
  );
}
