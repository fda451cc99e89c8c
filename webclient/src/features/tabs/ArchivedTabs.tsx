import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { Time } from '../../design/Time.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { ArchivedTab, GroupId } from '../../protocol/generated.ts';
import { archivedTabsQuery, restoreTab } from './shaping.ts';
import rowStyles from './TabRow.module.css';
import styles from './TabsPage.module.css';

/// The archive of a group: those that this person may bring back, the last one first.
export function ArchivedTabs({ group }: { group: GroupId }) {
  const text = useLaterText();
  const archived = useQuery(archivedTabsQuery(group));
  if (archived.data?.length === 0) return null;
  return (
    <section className={styles.archive}>
      <h2 className={styles.heading}>{text.layout.archiveHeading}</h2>
      {archived.isPending ? (
        <Skeleton kind="rows" />
      ) : archived.isLoadingError ? (
        <ErrorState error={archived.error} onRetry={() => void archived.refetch()} />
      ) : (
        <>
          <p className={styles.hint}>{text.layout.archiveHint}</p>
          <ul role="list" className={styles.list}>
            {archived.data.map((each) => (
              <Archived key={each.tab.id} group={group} archived={each} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Archived({ group, archived: { tab, archived_at: at } }: { group: GroupId; archived: ArchivedTab }) {
  const text = useLaterText();
  const restoring = useMutation({
    mutationFn: () => restoreTab(group, tab.id),
    onSuccess: () => {
      say(text.layout.restored(tab.name));
    },
    onError: (error) => {
      const key = errorKey(error);
      complain(key === 'full' ? text.layout.full : text.errors[key]);
    },
  });
  return (
    <li className={rowStyles.row}>
      <div className={rowStyles.what}>
        <p className={rowStyles.name}>{tab.name}</p>
        <p className={rowStyles.words}>
          {text.layout.since} <Time at={at} />
        </p>
      </div>
      <Button
        aria-label={text.layout.restoreNamed(tab.name)}
        aria-disabled={restoring.isPending}
        onClick={() => restoring.mutate()}
      >
        {text.layout.restore}
      </Button>
    </li>
  );
}
