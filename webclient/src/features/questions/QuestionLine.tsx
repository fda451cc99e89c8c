import { useText } from '../../i18n/text.tsx';
import type { Question } from '../../protocol/generated.ts';
import { useTarget } from '../departments/useTarget.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { PickedUp } from './PickedUp.tsx';
import { Promised } from './Promised.tsx';
import { isOpen } from './question.ts';
import styles from './QuestionLine.module.css';

/// A question on its card: to whom, by when, and who sees to it.
export function QuestionLine({ question }: { question: Question }) {
  const text = useText();
  const target = useTarget(question);
  const open = isOpen(question);
  const picked = question.picked_up_by;
  return (
    <div className={styles.question}>
      <PostAbout>
        <KindMark kind="question" />
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
      </PostAbout>
      {open && question.reopened !== undefined && <p className={styles.reopened}>{text.questions.reopened(question.reopened)}</p>}
    </div>
  );
}
