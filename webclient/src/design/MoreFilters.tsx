import { ChevronRight, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLaterText } from '../i18n/text.tsx';
import { useMedia } from '../state/useMedia.ts';
import styles from './MoreFilters.module.css';

/// What narrows a list down beside its search. On a phone the first row matters more: they fold away there, behind how many
/// of them are on.
export function MoreFilters({ active, children }: { active: number; children: ReactNode }) {
  const { filters } = useLaterText();
  const isPhone = useMedia('(width < 600px)');
  if (!isPhone) return children;
  return (
    <details className={styles.more}>
      <summary>
        <SlidersHorizontal size={18} aria-hidden />
        {filters(active)}
        <ChevronRight size={18} aria-hidden className={styles.arrow} />
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
