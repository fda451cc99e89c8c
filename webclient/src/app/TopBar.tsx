import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useLandmark } from 'react-aria/useLandmark';
import { Emblem } from '../design/Paving.tsx';
import { useMe } from '../features/accounts/session.ts';
import { Bell } from '../features/notifications/Bell.tsx';
import { useText } from '../i18n/text.tsx';
import { ProfileMenu } from './ProfileMenu.tsx';
import styles from './TopBar.module.css';

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const text = useText();
  const { organisation } = useMe();
  const header = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: 'banner', 'aria-label': text.app.regions.header }, header);
  return (
    <header ref={header} className={styles.bar} {...landmarkProps}>
      <div className={styles.inner}>
        <Link to="/" className={styles.brand}>
          <Emblem />
          <span className={styles.name}>{text.app.name}</span>
          <span className={styles.organisation}>{organisation}</span>
        </Link>
        <div className={styles.own}>
          <Bell />
          <ProfileMenu onHelp={onHelp} />
        </div>
      </div>
    </header>
  );
}
