import { Skeleton } from '../../design/Skeleton.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { Suggestions } from './Suggestions.tsx';
import styles from './Welcome.module.css';

/// The groups that one is in from the first day, and others that one could join.
export function YourGroups({ groups }: { groups: readonly GroupView[] | undefined }) {
  const text = useLaterText();
  if (!groups) return <Skeleton kind="rows" />;
  return (
    <>
      <p className={styles.lead}>
        {groups.length === 0 ? text.welcome.noGroups : text.welcome.groupsLead(groups.length)}
      </p>
      {groups.length > 0 && (
        <ul role="list" className={styles.groups}>
          {groups.map(({ group }) => (
            <li key={group.id}>
              <span className={styles.name}>{group.name}</span>
              <p>{group.purpose}</p>
            </li>
          ))}
        </ul>
      )}
      <Suggestions />
    </>
  );
}
