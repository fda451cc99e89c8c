import { Link, useLocation } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Count } from '../../design/Count.tsx';
import { useText } from '../../i18n/text.tsx';
import { useMedia } from '../../state/useMedia.ts';
import styles from './Bell.module.css';
import { useNotifications } from './useNotifications.ts';

const NotificationsPanel = lazy(async () => ({ default: (await import('./NotificationsPanel.tsx')).NotificationsPanel }));

/// How much concerns this person that they have not read. It opens the list over the page that one is at; on a phone, and
/// on the list's own page, it leads there.
export function Bell() {
  const isWide = useMedia('(width >= 768px)');
  const isThere = useLocation({ select: ({ pathname }) => pathname === '/notifications' });
  return isWide && !isThere ? <Opening /> : <Leading />;
}

function Leading() {
  const { label, unread } = useBell();
  return (
    <Link to="/notifications" className={styles.bell} aria-label={label}>
      <BellIcon size={20} aria-hidden />
      <Count unread={unread} />
    </Link>
  );
}

function Opening() {
  const { label, unread } = useBell();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.bell}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        <BellIcon size={20} aria-hidden />
        <Count unread={unread} />
      </button>
      {isOpen && (
        <Suspense>
          <NotificationsPanel
            trigger={button}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function useBell(): { label: string; unread: number } {
  const { nav } = useText();
  const { unread } = useNotifications();
  return { label: unread === 0 ? nav.notifications : `${nav.notifications}, ${nav.unread(unread)}`, unread };
}
