import { ChartBarBig } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from './PollType.module.css';

/// That a post is a poll: the line above its card, and above what is not in a feed yet.
export function PollType() {
  const text = useText();
  return (
    <span className={styles.type}>
      <ChartBarBig size={14} aria-hidden />
      {text.polls.type}
    </span>
  );
}
