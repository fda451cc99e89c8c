import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLandmark } from 'react-aria/useLandmark';
import { useDraftSync } from '../features/drafts/useDraftSync.ts';
import { useAskedConfidentially } from '../features/questions/useAskedConfidentially.ts';
import { useText } from '../i18n/text.tsx';
import { arrive } from '../state/commands.ts';
import { useMenusAhead } from './ahead.ts';
import { BottomBar } from './BottomBar.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { useCompose } from './useCompose.ts';
import { useFocusKept } from './useFocusKept.ts';
import { useShortcuts } from './shortcuts.ts';
import { TopBar } from './TopBar.tsx';

const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }));

/// What stands around every page. F6 moves between its regions (React Aria's landmarks).
export function Shell() {
  const text = useText();
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: 'main', 'aria-label': text.app.regions.content }, main);
  useFocusOnNewPage(main);
  useFocusKept();
  const compose = useCompose();
  useMenusAhead();
  useAskedConfidentially();
  useDraftSync();
  useShortcuts({
    goHome: () => void navigate({ to: '/' }),
    compose: () => compose?.(),
    goGroups: () => void navigate({ to: '/groups' }),
    goCalendar: () => void navigate({ to: '/agenda' }),
    goQuestions: () => void navigate({ to: '/q' }),
    goNotifications: () => void navigate({ to: '/notifications' }),
    help: () => {
      setHelpOpen(true);
    },
  });

  return (
    <>
      <a className={styles.skip} href="#content">
        {text.app.skip}
      </a>
      <TopBar
        onHelp={() => {
          setHelpOpen(true);
        }}
      />
      <ConnectionBanner />
      <div className={styles.page}>
        <Rail />
        <main ref={main} id="content" className={styles.main} {...landmarkProps} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      {isHelpOpen && (
        <Suspense>
          <HelpDialog
            onClose={() => {
              setHelpOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/// A new address is a new page for a screen reader too: reading starts at its content. Not at the first page, where the
/// browser does so itself.
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) {
      main.current?.focus({ preventScroll: true });
      arrive();
    }
    isFirst.current = false;
  }, [pathname, main]);
}
