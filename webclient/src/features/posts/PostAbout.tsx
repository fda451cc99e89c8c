import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import styles from './PostAbout.module.css';

/// The line below a post's author: when, where, and what else there is to know, with a dot between them.
export const PostAbout = ({ children }: { children: ReactNode }) => <p className={styles.about}>{children}</p>;

export function PersonalMark() {
  const text = useText();
  return (
    <span className={styles.personal} title={text.post.personalHint}>
      <UserRound size={13} aria-hidden />
      {text.post.personal}
    </span>
  );
}
