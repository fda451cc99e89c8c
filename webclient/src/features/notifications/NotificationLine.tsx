import { Link } from '@tanstack/react-router';
import { Building2, CalendarCheck, CalendarClock, CalendarX, CircleCheck, CircleX, Lightbulb, type LucideIcon, MailCheck, Merge } from 'lucide-react';
import { Avatar } from '../../design/Avatar.tsx';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { NotificationKind, PersonId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import type { Line } from './lines.ts';
import styles from './NotificationLine.module.css';
import { useSentence, wayTo } from './useSentence.ts';

interface Props {
  line: Line;
  onOpen: () => void;
}

/// Who did what, about which words, where and when; all of it leads there.
export function NotificationLine({ line, onOpen }: Props) {
  const text = useLaterText();
  const { notification, group, tab } = line;
  const { excerpt, at, read, actors: [newest] } = notification;
  const Icon = icons[notification.kind];
  return (
    <Link {...wayTo(notification)} className={styles.line} data-unread={!read || undefined} onClick={onOpen}>
      {newest !== undefined && <Face id={newest} />}
      <div className={styles.words}>
        <p className={styles.sentence}>
          {!read && <span className="hidden-visually">{text.post.unread}: </span>}
          {Icon && <Icon size={14} aria-hidden className={styles.kind} />}
          {useSentence(line)}
        </p>
        {excerpt !== '' && <p className={styles.excerpt}>{text.notifications.quoted(excerpt)}</p>}
        <p className={styles.about}>
          {tab && <span className={styles.place}>{text.home.place(group.name, tab.name)}</span>}
          <Time at={at} />
        </p>
      </div>
      {!read && <span className={styles.dot} />}
    </Link>
  );
}

/// What asks something of this person, answers what they asked, or changes what they planned, stands out among what others said.
const icons: Partial<Record<NotificationKind, LucideIcon>> = {
  merged: Merge,
  must_read: MailCheck,
  affects: Building2,
  acknowledged: CircleCheck,
  proposed: Lightbulb,
  decided: Lightbulb,
  rescheduled: CalendarClock,
  cancelled: CalendarX,
  published: CalendarCheck,
  unpublished: CircleX,
};

function Face({ id }: { id: PersonId }) {
  const person = usePerson(id);
  return <Avatar id={id} name={person?.name ?? ''} colour={person?.colour} />;
}
