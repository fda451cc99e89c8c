import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView, Question } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { pickUp, putDown } from './actions.ts';
import { PickedUp } from './PickedUp.tsx';
import { Promised } from './Promised.tsx';
import { isOpen } from './question.ts';
import styles from './QuestionLine.module.css';
import { QuestionType } from './QuestionType.tsx';
import { useQuestionRights, useTarget } from './useQuestion.ts';

/// A question on its card: to whom, by when, who sees to it, and what one can do about that.
export function QuestionLine({ view, question }: { view: PostView; question: Question }) {
  const text = useText();
  const me = useMe().person.id;
  const target = useTarget(question);
  const rights = useQuestionRights(view);
  const open = isOpen(question);
  const picked = question.picked_up_by;
  const isFree = rights.pickUp && picked === undefined;
  const isMine = rights.putDown && picked === me;
  return (
    <div className={styles.question}>
      <p className={styles.line}>
        <QuestionType />
        {target !== undefined && <span>{text.questions.to(target)}</span>}
        {open ? (
          <>
            {question.answer_before === undefined ? (
              picked === undefined && <span>{text.questions.waits}</span>
            ) : (
              <Promised before={question.answer_before} />
            )}
            {picked !== undefined && <PickedUp by={picked} />}
          </>
        ) : (
          <span>{question.state === 'accepted' ? text.questions.accepted : text.questions.answered}</span>
        )}
      </p>
      {open && question.reopened !== undefined && <p className={styles.reopened}>{text.questions.reopened(question.reopened)}</p>}
      {/* One button that turns: whoever pressed it with the keyboard is still on it. */}
      {(isFree || isMine) && (
        <Button look={isFree ? 'secondary' : 'quiet'} className={styles.act} onClick={() => (isFree ? pickUp : putDown)(view, text)}>
          {isFree ? text.questions.pickUp : text.questions.putDown}
        </Button>
      )}
    </div>
  );
}
