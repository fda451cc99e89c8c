import { Bookmark } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useIsKept } from './keep.ts';
import styles from './KeptMark.module.css';

/// That one has kept the post: only the person sees it.
export function KeptMark({ view }: { view: PostView }) {
  const { mark } = useText().bookmarks;
  if (!useIsKept(view)) return null;
  return (
    <span role="img" aria-label={mark} title={mark} className={styles.mark}>
      <Bookmark size={14} aria-hidden />
    </span>
  );
}
