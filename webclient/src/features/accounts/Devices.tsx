import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { Device } from './Device.tsx';
import styles from './Devices.module.css';
import { Section } from './Section.tsx';
import { endSession, sessionsQuery } from './sessions.ts';

/// Where one is signed in, and how to end it there.
export function Devices() {
  const text = useLaterText();
  const sessions = useQuery({ ...sessionsQuery, staleTime: 0 });
  return (
    <Section title={text.account.devices} hint={text.account.devicesHint}>
      {sessions.isPending && <Skeleton kind="rows" />}
      {sessions.isLoadingError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <ul role="list" className={styles.list}>
          {sessions.data.items.map((session) => (
            <Device key={session.id} session={session} onEnd={() => endSession(session.id)} />
          ))}
        </ul>
      )}
    </Section>
  );
}
