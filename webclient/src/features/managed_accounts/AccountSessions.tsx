import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Person } from '../../protocol/generated.ts';
import { Device } from '../accounts/Device.tsx';
import styles from '../accounts/Devices.module.css';
import { Section } from '../accounts/Section.tsx';
import { accountSessionsQuery, endAccountSession } from './accounts.ts';

/// Where the person is signed in, and how to end it there: for a phone that was lost.
export function AccountSessions({ person }: { person: Person }) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const sessions = useQuery(accountSessionsQuery(person.id));
  return (
    <Section title={words.devices} hint={words.devicesHint}>
      {sessions.isPending && <Skeleton kind="rows" />}
      {sessions.isLoadingError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && <p>{words.noDevices}</p>}
      {sessions.data && sessions.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {sessions.data.map((session) => (
            <Device key={session.id} session={session} onEnd={() => endAccountSession(person.id, session.id)} />
          ))}
        </ul>
      )}
    </Section>
  );
}
