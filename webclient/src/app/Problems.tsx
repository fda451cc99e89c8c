import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button, buttonClass } from '../design/Button.tsx';
import { Emblem } from '../design/Paving.tsx';
import { PageMessage, Reference } from '../design/States.tsx';
import { usePageTitle } from '../design/usePageTitle.ts';
import { useText } from '../i18n/text.tsx';
import { errorKey } from '../protocol/errors.ts';
import styles from './Problems.module.css';

export function NotFound() {
  const text = useText();
  usePageTitle(text.problem.notFound);
  return (
    <PageMessage title={text.problem.notFound} hint={text.problem.notFoundHint}>
      <Link to="/" className={buttonClass('secondary')}>
        {text.problem.toHome}
      </Link>
    </PageMessage>
  );
}

/// A fault of ours in drawing a page.
export function Crash({ error }: ErrorComponentProps) {
  const text = useText();
  usePageTitle(text.problem.crash);
  return (
    <div role="alert">
      <PageMessage title={text.problem.crash} hint={text.problem.crashHint}>
        <Button
          onClick={() => {
            location.reload();
          }}
        >
          {text.problem.reload}
        </Button>
        <Reference error={error} />
      </PageMessage>
    </div>
  );
}

/// The very first question, who is signed in, got no answer.
export function Offline({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useText();
  const key = errorKey(error);
  usePageTitle(text.problem.offline);
  return (
    <main className={styles.alone}>
      <Emblem size={32} />
      <PageMessage
        title={key === 'offline' ? text.problem.offline : text.problem.title}
        hint={key === 'offline' ? text.problem.offlineHint : text.errors[key]}
      >
        <Button look="primary" onClick={onRetry}>
          {text.app.retry}
        </Button>
        <Reference error={error} />
      </PageMessage>
    </main>
  );
}

export function Splash() {
  const text = useText();
  return (
    <main className={styles.splash} aria-busy="true">
      <Emblem size={40} />
      <h1 className="hidden-visually">{text.app.name}</h1>
      <p role="status" className="hidden-visually">
        {text.app.loading}
      </p>
    </main>
  );
}
