import { Button } from '../../design/Button.tsx';
import { complain, say } from '../../design/toast.ts';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Session } from '../../protocol/generated.ts';
import styles from './Devices.module.css';
import { useMe } from './session.ts';
import { readAgent } from './sessions.ts';

interface Props {
  session: Session;
  onEnd: () => Promise<void>;
}

/// A device on which somebody is signed in. The one in hand says so; one signs out of it elsewhere.
export function Device({ session, onEnd }: Props) {
  const text = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const isThis = useMe().session === session.id;
  const agent = readAgent(session.agent);
  const name = agent ? text.account.on(agent.browser, agent.system) : text.account.unknownDevice;
  const end = async () => {
    try {
      await onEnd();
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
          {isThis ? (
            <strong>{text.account.thisDevice}</strong>
          ) : (
            text.account.lastSeen(moments.short(session.last_seen_at, now))
          )}
          {', '}
          {text.account.signedIn(moments.short(session.created_at, now))}
        </p>
      </div>
      {!isThis && (
        <Button aria-label={text.account.endDevice(name)} onClick={end}>
          {text.account.end}
        </Button>
      )}
    </li>
  );
}
