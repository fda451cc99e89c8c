import { lazy, Suspense, useState } from 'react';
import { Avatar } from '../design/Avatar.tsx';
import { MenuButton } from '../design/MenuButton.tsx';
import { complain } from '../design/toast.ts';
import { signOut, useMe } from '../features/accounts/session.ts';
import { useText } from '../i18n/text.tsx';
import { errorKey } from '../protocol/errors.ts';
import { unsavedEditors } from '../state/unsaved.ts';
import styles from './ProfileMenu.module.css';

const Unsaved = lazy(async () => ({ default: (await import('../design/Unsaved.tsx')).Unsaved }));
const ProfileActions = lazy(async () => ({ default: (await import('./ProfileActions.tsx')).ProfileActions }));

export function ProfileMenu({ onHelp }: { onHelp: () => void }) {
  const { person } = useMe();
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const leave = () => void signOut().catch((error: unknown) => complain(text.errors[errorKey(error)]));
  const askToLeave = () => {
    if (unsavedEditors.get() > 0) setAsking(true);
    else leave();
  };
  const label = text.nav.profile(person.name);
  return (
    <>
      <MenuButton
        label={label}
        className={styles.trigger}
        menu={(trigger, close) => (
          <ProfileActions label={label} trigger={trigger} onClose={close} onHelp={onHelp} onSignOut={askToLeave} />
        )}
      >
        <Avatar id={person.id} name={person.name} colour={person.colour} size="small" />
      </MenuButton>
      {isAsking && (
        <Suspense>
          <Unsaved onDiscard={leave} onStay={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
