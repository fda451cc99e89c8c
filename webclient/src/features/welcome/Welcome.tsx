import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Emblem, Paving } from '../../design/Paving.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { finishWelcome, useMe } from '../accounts/session.ts';
import { groupsQuery } from '../groups/groups.ts';
import { FirstPost } from './FirstPost.tsx';
import { HowItWorks } from './HowItWorks.tsx';
import { LookAndLanguage } from './LookAndLanguage.tsx';
import { placeForFirstPost } from './welcome.ts';
import { YourGroups } from './YourGroups.tsx';
import styles from './Welcome.module.css';

/// The first minutes, once in the life of an account: how Plein looks, how it works, where one is in, and a first word.
/// Whatever one leaves out, it does not come back.
export function Welcome() {
  const text = useLaterText();
  const { person } = useMe();
  const { data: groups } = useQuery(groupsQuery);
  const [at, setAt] = useState(0);
  usePageTitle(text.welcome.title);
  const place = placeForFirstPost(groups?.items ?? []);
  const firstName = person.name.split(' ')[0] ?? person.name;
  const steps: { title: string; body: ReactNode }[] = [
    { title: text.welcome.hello(firstName), body: <LookAndLanguage /> },
    { title: text.welcome.how, body: <HowItWorks /> },
    { title: text.welcome.groups, body: <YourGroups groups={groups?.items} /> },
    ...(place ? [{ title: text.welcome.first, body: <FirstPost place={place} onDone={finish} /> }] : []),
  ];
  const step = steps[Math.min(at, steps.length - 1)];
  const isLast = at >= steps.length - 1;
  const heading = useFocusOnStep(at);

  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <header className={styles.header}>
          <p className={styles.brand}>
            <Emblem size={26} />
            {text.app.name}
          </p>
          <p className={styles.progress}>{text.welcome.step(Math.min(at, steps.length - 1) + 1, steps.length)}</p>
        </header>
        <div className={styles.step}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {step?.title}
          </h1>
          {step?.body}
        </div>
        <footer className={styles.ways}>
          {at > 0 && (
            <Button
              look="quiet"
              className={styles.back ?? ''}
              onClick={() => {
                setAt(at - 1);
              }}
            >
              {text.welcome.back}
            </Button>
          )}
          <span className={styles.space} />
          {isLast ? (
            <Button look={place ? 'secondary' : 'primary'} onClick={finish}>
              {place ? text.welcome.later : text.welcome.start}
            </Button>
          ) : (
            <>
              <Button look="quiet" onClick={finish}>
                {text.welcome.skip}
              </Button>
              <Button
                look="primary"
                onClick={() => {
                  setAt(at + 1);
                }}
              >
                {text.welcome.next}
              </Button>
            </>
          )}
        </footer>
      </main>
      <div className={styles.paving}>
        <Paving />
      </div>
    </div>
  );
}

/// On this device at once; one that could not tell the server shows them once more.
function finish(): void {
  finishWelcome().catch(() => undefined);
}

/// A new step is a new page for a screen reader; not the first one, where the browser reads by itself.
function useFocusOnStep(at: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) heading.current?.focus();
    before.current = at;
  }, [at]);
  return heading;
}
