import { CircleQuestionMark } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from './QuestionLine.module.css';

/// That a post is a question: the line above its card, and above what is not in a feed yet.
export function QuestionType() {
  const text = useText();
  return (
    <span className={styles.type}>
      <CircleQuestionMark size={14} aria-hidden />
      {text.questions.type}
    </span>
  );
}
