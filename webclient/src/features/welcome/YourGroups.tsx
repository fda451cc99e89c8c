import { Skeleton } from '../../design/Skeleton.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import styles from './Welcome.module.css';

/// The groups that one is in from the first day.
export function YourGroups({ groups }: { groups: readonly GroupView[] | undefined }) {
  const text = useLaterText();
  if (!groups) return <Skeleton kind="rows" />;
  if (groups.length === 0) return <p className={styles.lead}>{text.welcome.noGroups}</p>;
  return (
    <>
      <p className={styles.lead}>{text.welcome.groupsLead(groups.length)}</p>
      <ul role="list" className={styles.groups}>
        {groups.map(({ group }) => (
          <li key={group.id}>
            <span className={styles.name}>{group.name}</span>
            <p>{group.purpose}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
