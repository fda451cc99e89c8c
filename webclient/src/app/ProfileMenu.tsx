import { lazy, Suspense, useState } from 'react';
import { MenuButton } from '../design/MenuButton.tsx';
import { useMe } from '../features/accounts/session.ts';
import { useSigningOut } from '../features/accounts/useSigningOut.tsx';
import { usePresence } from '../features/presence/presence.ts';
import { PresentAvatar } from '../features/presence/PresentAvatar.tsx';
import { usePresenceWords } from '../features/presence/useWords.ts';
import { useText } from '../i18n/text.tsx';
import styles from './ProfileMenu.module.css';

const ProfileActions = lazy(async () => ({ default: (await import('./ProfileActions.tsx')).ProfileActions }));
const PresenceDialog = lazy(async () => ({ default: (await import('../features/presence/PresenceDialog.tsx')).PresenceDialog }));

export function ProfileMenu({ onHelp }: { onHelp: () => void }) {
  const { person } = useMe();
  const text = useText();
  const { goOut, question } = useSigningOut();
  const [isAtPresence, setAtPresence] = useState(false);
  // What others see of oneself, so that nobody forgets that they show it.
  const shown = usePresenceWords(usePresence(person.id));
  const label = text.nav.profile(person.name);
  return (
    <>
      <MenuButton
        label={shown === undefined ? label : `${label}, ${shown}`}
        className={styles.trigger}
        menu={(trigger, close) => (
          <ProfileActions
            label={label}
            trigger={trigger}
            onClose={close}
            onPresence={() => setAtPresence(true)}
            onHelp={onHelp}
            onSignOut={() => void goOut()}
          />
        )}
      >
        <PresentAvatar id={person.id} name={person.name} colour={person.colour} size="small" />
      </MenuButton>
      {isAtPresence && (
        <Suspense>
          <PresenceDialog onClose={() => setAtPresence(false)} />
        </Suspense>
      )}
      {question}
    </>
  );
}
