import { useQuery } from '@tanstack/react-query';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import styles from '../../design/DialogForm.module.css';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { Switch } from '../../design/Switch.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { OwnPresence } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { choicesMade } from './choose.ts';
import { type HeldSign, ownPresence, signOf } from './presence.ts';
import { SignChoices } from './SignChoices.tsx';
import { useChoosing } from './useChoosing.ts';
import { usePresenceWords } from './useWords.ts';

/// What others see of whether one is there. Everything in it counts at once.
export function PresenceDialog({ onClose }: { onClose: () => void }) {
  const text = useLaterText();
  const own = useStore(ownPresence);
  const asked = useQuery({ queryKey: ['own presence'], queryFn: readOwn, enabled: own === undefined, gcTime: 0 });
  return (
    <Dialog title={text.presence.yours} onClose={onClose}>
      {own && <Choices own={own} />}
      {!own && (asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Skeleton kind="rows" />)}
    </Dialog>
  );
}

/// Only a beat tells it.
async function readOwn(): Promise<OwnPresence> {
  const choices = choicesMade();
  const { own } = await api.beat({ active: true, people: [] });
  if (choices === choicesMade()) ownPresence.set(own);
  return own;
}

function Choices({ own }: { own: OwnPresence }) {
  const { ownPresence: words } = useLaterText();
  const choose = useChoosing();
  const held = signOf(own, useNow());
  return (
    <div className={styles.form}>
      <Switch label={words.show} hint={words.showHint} isOn={own.shown} onChange={(shown) => void choose({ shown })} />
      {!own.shown && <p>{words.hidden}</p>}
      {held && <Held held={held} />}
      {own.shown && <SignChoices />}
    </div>
  );
}

/// What others see now in the place of what one does, which ends at one press.
function Held({ held: { sign, until } }: { held: HeldSign }) {
  const text = useLaterText();
  const choose = useChoosing();
  const words = usePresenceWords({ state: sign, until });
  return (
    <Note tone="info">
      <p>
        {text.ownPresence.now} <strong>{words}</strong>
      </p>
      <Button onClick={() => choose({ shown: true })}>{text.presence.end[sign]}</Button>
    </Note>
  );
}
