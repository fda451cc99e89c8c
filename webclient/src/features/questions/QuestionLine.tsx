import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { PersonId, Question } from '../../protocol/generated.ts';
import { useTarget } from '../departments/useTarget.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { ConfidentialMark } from './ConfidentialMark.tsx';
import { HowFar } from './HowFar.tsx';
import { isMerged, isOpen } from './question.ts';
import styles from './QuestionLine.module.css';
import { useReaders } from './useReaders.ts';

const MergedLine = lazy(async () => ({ default: (await import('./MergedLine.tsx')).MergedLine }));

interface Props {
  question: Question;
  /// Who asks.
  author: PersonId;
}

/// A question on its card: to whom, by when, and who sees to it; and who reads it, when not everyone does.
export function QuestionLine({ question, author }: Props) {
  const text = useText();
  const target = useTarget(question);
  const readers = useReaders(question, author);
  // Who reads it says whose desk that is.
  const isSaid = question.confidential && question.service === undefined;
  return (
    <div className={styles.question}>
      <PostAbout>
        {question.confidential ? <ConfidentialMark /> : <KindMark kind="question" />}
        {question.confidential && <span>{text.privately.only(readers)}</span>}
        {target !== undefined && !isSaid && <span>{text.questions.to(target)}</span>}
        <HowFar question={question} />
      </PostAbout>
      {(isMerged(question) || question.merged > 0) && (
        <Suspense fallback={<div className={styles.coming} />}>
          <MergedLine question={question} />
        </Suspense>
      )}
      {isOpen(question) && question.reopened !== undefined && (
        <p className={styles.reopened}>{text.questions.reopened(question.reopened)}</p>
      )}
    </div>
  );
}
