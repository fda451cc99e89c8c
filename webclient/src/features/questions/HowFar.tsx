import { useText } from '../../i18n/text.tsx';
import type { Question } from '../../protocol/generated.ts';
import { PickedUp } from './PickedUp.tsx';
import { Promised } from './Promised.tsx';
import { isOpen } from './question.ts';

/// How far a question has come: what is promised and who sees to it, or that it is answered.
export function HowFar({ question }: { question: Question }) {
  const text = useText();
  const { answer_before: before, picked_up_by: picked, state } = question;
  if (!isOpen(question)) return <span>{state === 'accepted' ? text.questions.accepted : text.questions.answered}</span>;
  return (
    <>
      {before !== undefined && <Promised before={before} />}
      {before === undefined && picked === undefined && <span>{text.questions.waits}</span>}
      {picked !== undefined && <PickedUp by={picked} />}
    </>
  );
}
