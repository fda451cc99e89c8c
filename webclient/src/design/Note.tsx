import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Note.module.css';

/// A remark in the flow of a form. `failure` is announced at once, `info` when there is time.
export function Note({ tone, children }: { tone: 'failure' | 'info'; children: ReactNode }) {
  const Icon = tone === 'failure' ? CircleAlert : Info;
  return (
    <div role={tone === 'failure' ? 'alert' : 'status'} className={styles.note} data-tone={tone}>
      <Icon size={18} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
