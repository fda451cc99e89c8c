import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { ArchivedGroup } from '../../protocol/generated.ts';
import styles from './ArchivedGroups.module.css';
import { archivedGroupsQuery, restoreGroup } from './changes.ts';

/// Groups of one's own that are gone for everyone else.
export function ArchivedGroups() {
  const text = useLaterText();
  const id = useId();
  const archived = useQuery(archivedGroupsQuery).data?.items ?? [];
  if (archived.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{text.archive.archived}</h2>
      <p className={styles.hint}>{text.archive.archivedHint}</p>
      <ul role="list" className={styles.list}>
        {archived.map((each) => (
          <Row key={each.group.id} archived={each} />
        ))}
      </ul>
    </section>
  );
}

function Row({ archived: { group, archived_at: at } }: { archived: ArchivedGroup }) {
  const text = useLaterText();
  const moments = useMoments();
  const restoring = useMutation({
    mutationFn: () => restoreGroup(group.id),
    onSuccess: () => {
      say(text.archive.restored(group.name));
    },
    onError: (error) => {
      complain(text.errors[errorKey(error)]);
    },
  });
  return (
    <li className={styles.row}>
      <CoverTile colour={group.colour} cover={group.cover} />
      <div className={styles.about}>
        <p className={styles.name}>{group.name}</p>
        <p className={styles.since}>{text.archive.since(moments.date(at))}</p>
      </div>
      <Button
        aria-label={text.archive.restoreGroup(group.name)}
        aria-disabled={restoring.isPending}
        onClick={() => restoring.mutate()}
      >
        {text.archive.restore}
      </Button>
    </li>
  );
}
