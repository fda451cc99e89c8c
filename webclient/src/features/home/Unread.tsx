import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { unreadIn } from '../groups/groups.ts';
import styles from './Unread.module.css';

/// What is new, by group and department: one look tells where to go, or that there is nothing to do.
export function Unread({ groups }: { groups: readonly GroupView[] }) {
  const text = useText();
  const withNews = groups.filter((view) => unreadIn(view) > 0);
  const total = withNews.reduce((sum, view) => sum + unreadIn(view), 0);
  if (total === 0) return <p className={styles.summary}>{text.home.nothingNew}</p>;
  return (
    <>
      <p className={styles.summary}>{text.home.unread(text.count.posts(total), withNews.length)}</p>
      <ul role="list" aria-label={text.home.unreadHeading} className={styles.groups}>
        {withNews.map((view) => (
          <li key={view.group.id} className={styles.group}>
            <Link to="/g/$group" params={{ group: String(view.group.id) }} className={styles.name}>
              {view.group.name}
            </Link>
            <ul role="list" className={styles.tabs}>
              {view.tabs
                .filter(({ reading }) => reading.unread > 0)
                .map(({ tab, reading }) => (
                  <li key={tab.id}>
                    <Link to="/g/$group/$tab" params={{ group: String(tab.group), tab: String(tab.id) }}>
                      {tab.name} <strong>{text.count.unread(reading.unread)}</strong>
                    </Link>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
