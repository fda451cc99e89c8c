import { useQuery } from '@tanstack/react-query';
import { Button } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { complain, say } from '../../design/toast.ts';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Person, Session } from '../../protocol/generated.ts';
import styles from '../accounts/Devices.module.css';
import { Section } from '../accounts/Section.tsx';
import { readAgent } from '../accounts/sessions.ts';
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
            <Device key={session.id} person={person} session={session} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Device({ person, session }: { person: Person; session: Session }) {
  const text = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const agent = readAgent(session.agent);
  const name = agent ? text.account.on(agent.browser, agent.system) : text.account.unknownDevice;
  const end = async () => {
    try {
      await endAccountSession(person.id, session.id);
      say(text.account.ended);
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <li className={styles.device}>
      <div className={styles.about}>
        <p className={styles.name}>{name}</p>
        <p className={styles.seen}>
          {text.account.lastSeen(moments.short(session.last_seen_at, now))},{' '}
          {text.account.signedIn(moments.short(session.created_at, now))}
        </p>
      </div>
      <Button aria-label={text.account.endDevice(name)} onClick={end}>
        {text.account.end}
      </Button>
    </li>
  );
}
