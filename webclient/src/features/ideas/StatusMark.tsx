import { CalendarClock, CircleCheck, CircleX, Ear, Eye, type LucideIcon } from 'lucide-react';
import { useLaterText } from '../../i18n/text.tsx';
import type { IdeaStatus } from '../../protocol/generated.ts';
import styles from './StatusMark.module.css';

const icons: Record<IdeaStatus, LucideIcon> = {
  heard: Ear,
  under_review: Eye,
  planned: CalendarClock,
  done: CircleCheck,
  declined: CircleX,
};

/// How far an idea has come, in a word.
export function StatusMark({ status }: { status: IdeaStatus }) {
  const { statuses } = useLaterText().ideas;
  const Icon = icons[status];
  return (
    <span className={styles.mark} data-status={status}>
      <Icon size={16} aria-hidden />
      {statuses[status]}
    </span>
  );
}
