import { Heart } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import styles from './PraiseType.module.css';

/// That a post is praise: the line above its card, and above what is not in a feed yet.
export function PraiseType() {
  const text = useText();
  return (
    <span className={styles.type}>
      <Heart size={14} aria-hidden />
      {text.praise.type}
    </span>
  );
}
