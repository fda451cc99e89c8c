import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { pickUp, putDown } from './actions.ts';
import { useQuestionRights } from './useQuestion.ts';

/// For those who may see to a question that nobody has picked up, and for who has.
export function PickUpButton({ view }: { view: PostView }) {
  const text = useText();
  const me = useMyself()?.person.id;
  const rights = useQuestionRights(view);
  const picked = view.question?.picked_up_by;
  const isFree = rights.pickUp && picked === undefined;
  const isMine = rights.putDown && picked === me;
  if (!isFree && !isMine) return null;
  // One button that turns: whoever pressed it with the keyboard is still on it.
  return (
    <div>
      <Button look={isFree ? 'secondary' : 'quiet'} onClick={() => (isFree ? pickUp : putDown)(view, text)}>
        {isFree ? text.questions.pickUp : text.questions.putDown}
      </Button>
    </div>
  );
}
