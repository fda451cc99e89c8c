import { CircleQuestionMark, Forward, Hand, Merge, Undo2 } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { pickUp, putDown } from './actions.ts';
import { useQuestionRights } from './useQuestion.ts';

interface Props {
  view: PostView;
  onRoute: () => void;
  onMerge: () => void;
  onReopen: () => void;
}

/// In the menu of a question's post, always in this order: take over, put back, send on, merge, ask again. What the
/// card has a button for is not among them.
export function QuestionItems({ view, onRoute, onMerge, onReopen }: Props) {
  const text = useText();
  const me = useMyself()?.person.id;
  const rights = useQuestionRights(view);
  const picked = view.question?.picked_up_by;
  return (
    <>
      {rights.pickUp && picked !== undefined && (
        <MenuItem icon={<Hand size={18} aria-hidden />} onAction={() => void pickUp(view, text)}>
          {text.questions.takeOver}
        </MenuItem>
      )}
      {rights.putDown && picked !== me && (
        <MenuItem icon={<Undo2 size={18} aria-hidden />} onAction={() => void putDown(view, text)}>
          {text.questions.putBack}
        </MenuItem>
      )}
      {rights.route && (
        <MenuItem icon={<Forward size={18} aria-hidden />} onAction={onRoute}>
          {text.questions.sendOn}
        </MenuItem>
      )}
      {rights.merge && (
        <MenuItem icon={<Merge size={18} aria-hidden />} onAction={onMerge}>
          {text.questions.merge}
        </MenuItem>
      )}
      {rights.reopen && (
        <MenuItem icon={<CircleQuestionMark size={18} aria-hidden />} onAction={onReopen}>
          {text.questions.askAgain}
        </MenuItem>
      )}
    </>
  );
}
