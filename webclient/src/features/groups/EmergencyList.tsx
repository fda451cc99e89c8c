import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../design/States.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { EmergencyAccess, GroupId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { emergencyQuery, isOpen } from './changes.ts';
import styles from './EmergencyList.module.css';

interface Props {
  group: GroupId;
  /// Only those that stand at this moment.
  onlyNow?: boolean;
  className?: string | undefined;
}

/// Who entered the group without being in it, and why; for its owners.
export function EmergencyList({ group, onlyNow = false, className }: Props) {
  const text = useLaterText();
  const now = useNow();
  const accesses = useQuery(emergencyQuery(group));
  const shown = accesses.data?.items.filter((access) => !onlyNow || isOpen(access, now)) ?? [];
  if (onlyNow && shown.length === 0) return null;
  return (
    <section className={className}>
      <h2 className={onlyNow ? 'hidden-visually' : undefined}>{text.emergency.title}</h2>
      {accesses.isLoadingError && (
        <ErrorState error={accesses.error} onRetry={() => void accesses.refetch()} />
      )}
      {accesses.data?.items.length === 0 && <p className={styles.none}>{text.emergency.none}</p>}
      {shown.length > 0 && (
        <ul role="list" className={styles.list}>
          {shown.map((access) => (
            <Access key={`${access.at} ${String(access.person)}`} access={access} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Access({ access, now }: { access: EmergencyAccess; now: number }) {
  const text = useLaterText();
  const moments = useMoments();
  const name = usePerson(access.person)?.name ?? text.post.unknownAuthor;
  const isIn = isOpen(access, now);
  return (
    <li className={styles.access} data-open={isIn || undefined}>
      <p className={styles.who}>
        {isIn
          ? text.emergency.until(name, moments.time(Date.parse(access.until)))
          : text.emergency.was(name, moments.exact(access.at))}
      </p>
      <p className={styles.reason}>{text.emergency.because(access.reason)}</p>
    </li>
  );
}
