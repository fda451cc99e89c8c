import { Check } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from './AnswerBlock.module.css';

/// On the comment that answers, where it stands among the others.
export function AnswerMark() {
  const text = useText();
  return (
    <span className={styles.mark}>
      <Check size={14} aria-hidden />
      {text.questions.answer}
    </span>
  );
}
