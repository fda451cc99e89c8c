import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import { Section } from '../joining/Section.tsx';
import { subjectOf } from '../notifications/lines.ts';
import { NotificationLine } from '../notifications/NotificationLine.tsx';
import { readAbout } from '../notifications/reading.ts';
import { useForYou } from './forYou.ts';
import styles from './ForYou.module.css';

/// As many as leave room for what is below.
const mostShown = 5;

/// Where others speak to this person, above what everybody reads. Opening one reads it, and then it is gone from here.
export function ForYou() {
  const text = useLaterText();
  const { lines, all } = useForYou();
  if (lines.length === 0) return null;
  return (
    <Section title={text.forYou.title}>
      <ul role="list" className={styles.list}>
        {lines.slice(0, mostShown).map((line) => (
          <li key={line.notification.id}>
            <NotificationLine line={line} isBrief onOpen={() => void readAbout(all, subjectOf(line.notification))} />
          </li>
        ))}
      </ul>
      <Link to="/notifications" className={styles.all}>
        {text.notifications.toAll}
      </Link>
    </Section>
  );
}
