import { CalendarDays, ChartBarBig, CircleQuestionMark, Heart, Lightbulb, type LucideIcon, Newspaper } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { PostKind } from '../../protocol/generated.ts';
import styles from './KindMark.module.css';

const icons = { question: CircleQuestionMark, poll: ChartBarBig, praise: Heart, news: Newspaper, idea: Lightbulb, event: CalendarDays };

/// Of which kind a post is, when it is not a plain one: above its card, and above what is not in a feed yet.
export function KindMark({ kind }: { kind: PostKind }) {
  const { kinds } = useText().composer;
  if (kind === 'update') return null;
  // A page that has been open since before an upgrade may meet a kind that it does not know.
  const Icon = icons[kind] as LucideIcon | undefined;
  if (!Icon) return null;
  return (
    <span className={styles.mark} data-kind={kind}>
      <Icon size={14} aria-hidden />
      {kinds[kind]}
    </span>
  );
}
