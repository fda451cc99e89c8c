import { useQuery } from '@tanstack/react-query';
import { Button } from '../../design/Button.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { complain, say } from '../../design/toast.ts';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Session } from '../../protocol/generated.ts';
import styles from './Devices.module.css';
import { Section } from './Section.tsx';
import { endSession, readAgent, sessionsQuery } from './sessions.ts';

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
            <Device key={session.id} session={session} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Device({ session }: { session: Session }) {
  const text = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const agent = readAgent(session.agent);
  const name = agent ? text.account.on(agent.browser, agent.system) : text.account.unknownDevice;
  const end = async () => {
    try {
      await endSession(session.id);
      say(text.account.ended);
    } catch (error) {
      complain(text.errors[errorKey(error)]);
    }
  };
  return (
    <li className={styles.device}>
      <div className={styles.about} title={session.agent}>
        <p className={styles.name}>{name}</p>
        <p className={styles.seen}>
          {session.current ? (
            <strong>{text.account.thisDevice}</strong>
          ) : (
            text.account.lastSeen(moments.short(session.last_seen_at, now))
          )}
          {', '}
          {text.account.signedIn(moments.short(session.created_at, now))}
        </p>
      </div>
      {!session.current && (
        <Button aria-label={text.account.endDevice(name)} onClick={end}>
          {text.account.end}
        </Button>
      )}
    </li>
  );
}
