import { LockKeyhole } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from '../posts/KindMark.module.css';

/// In the place of the mark of a question, so that nobody takes it for one that everyone reads.
export function ConfidentialMark() {
  const { privately } = useText();
  return (
    <span className={styles.mark} data-kind="question">
      <LockKeyhole size={14} aria-hidden />
      {privately.mark}
    </span>
  );
}
