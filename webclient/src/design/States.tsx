import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { ApiError, errorKey } from '../protocol/errors.ts';
import { Button } from './Button.tsx';
import { Emblem } from './Paving.tsx';
import styles from './States.module.css';

/// Nothing here: one sentence why, one action.
export function EmptyState({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Emblem size={28} />
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}

/// It did not work: why, a way on, and the number under which the log knows it.
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText();
  const key = errorKey(error);
  const isOffline = key === 'offline';
  return (
    <div role="alert" className={styles.state}>
      <p className={styles.title}>{isOffline ? text.problem.offline : text.problem.title}</p>
      <p className={styles.hint}>{isOffline ? text.problem.offlineHint : text.errors[key]}</p>
      {onRetry && <Button onClick={onRetry}>{text.app.retry}</Button>}
      <Reference error={error} />
    </div>
  );
}

/// The reference number, for whoever asks an administrator for help.
export function Reference({ error }: { error: unknown }) {
  const text = useText();
  if (!(error instanceof ApiError) || !error.requestId) return null;
  return <p className={styles.reference}>{text.problem.reference(error.requestId)}</p>;
}

/// A whole page that says one thing.
export function PageMessage({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1 tabIndex={-1}>{title}</h1>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}
