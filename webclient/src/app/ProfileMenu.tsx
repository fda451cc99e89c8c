import { lazy } from 'react';
import { Avatar } from '../design/Avatar.tsx';
import { MenuButton } from '../design/MenuButton.tsx';
import { useMe } from '../features/accounts/session.ts';
import { useSigningOut } from '../features/accounts/useSigningOut.tsx';
import { useText } from '../i18n/text.tsx';
import styles from './ProfileMenu.module.css';

const ProfileActions = lazy(async () => ({ default: (await import('./ProfileActions.tsx')).ProfileActions }));

export function ProfileMenu({ onHelp }: { onHelp: () => void }) {
  const { person } = useMe();
  const text = useText();
  const { goOut, question } = useSigningOut();
  const label = text.nav.profile(person.name);
  return (
    <>
      <MenuButton
        label={label}
        className={styles.trigger}
        menu={(trigger, close) => (
          <ProfileActions label={label} trigger={trigger} onClose={close} onHelp={onHelp} onSignOut={() => void goOut()} />
        )}
      >
        <Avatar id={person.id} name={person.name} colour={person.colour} size="small" />
      </MenuButton>
      {question}
    </>
  );
}
