import { Link } from '@tanstack/react-router';
import { CalendarClock, ChevronRight, CircleX, Hourglass, type LucideIcon, ShieldAlert, UserRoundPlus } from 'lucide-react';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { Section } from '../joining/Section.tsx';
import type { Waiting } from './waiting.ts';
import styles from './WaitingList.module.css';

/// What waits for this person, each on a line that leads to where it is dealt with.
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const { waiting: words } = useLaterText();
  return (
    <Section title={words.title}>
      <ul role="list" className={styles.list}>
        {waiting.map((each) => (
          <li key={keyOf(each)}>
            <Line waiting={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ waiting }: { waiting: Waiting }) {
  const Icon = icons[waiting.kind];
  return (
    <Link {...wayTo(waiting)} className={styles.line} data-kind={waiting.kind}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <span className={styles.words}>{useWords(waiting)}</span>
      <ChevronRight size={18} aria-hidden className={styles.arrow} />
    </Link>
  );
}

const icons: Record<Waiting['kind'], LucideIcon> = {
  emergency: ShieldAlert,
  requests: UserRoundPlus,
  held: Hourglass,
  'declined post': CircleX,
  'declined request': CircleX,
  'unpublished posts': CalendarClock,
};

function useWords(waiting: Waiting): string {
  const { waiting: words, home, scheduled } = useLaterText();
  const moments = useMoments();
  switch (waiting.kind) {
    case 'emergency':
      return words.emergency(waiting.group.name, moments.time(waiting.until));
    case 'requests':
      return words.requests(waiting.count, waiting.group.name);
    case 'held':
      return words.held(waiting.count, waiting.group.name);
    case 'declined post':
      return words.declinedPost(home.place(waiting.group.name, waiting.tab.name));
    case 'declined request':
      return words.declinedRequest(waiting.request.sign.name);
    case 'unpublished posts':
      return scheduled.waiting(waiting.count);
  }
}

function wayTo(waiting: Waiting) {
  if (waiting.kind === 'declined request') return { to: '/groups' } as const;
  if (waiting.kind === 'unpublished posts') return { to: '/scheduled' } as const;
  const group = String(waiting.group.id);
  switch (waiting.kind) {
    case 'emergency':
      return { to: '/g/$group', params: { group } } as const;
    case 'requests':
      return { to: '/g/$group/members', params: { group } } as const;
    case 'held':
      return { to: '/g/$group/held', params: { group } } as const;
    case 'declined post':
      return { to: '/g/$group/$tab', params: { group, tab: String(waiting.tab.id) } } as const;
  }
}

function keyOf(waiting: Waiting): string {
  if (waiting.kind === 'declined request') return `${waiting.kind} ${waiting.request.sign.group}`;
  if (waiting.kind === 'unpublished posts') return waiting.kind;
  return `${waiting.kind} ${waiting.group.id} ${waiting.kind === 'declined post' ? waiting.tab.id : ''}`;
}
