import { createLink } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  /// How wide it is read: text, a form, facts beside each other, or a table.
  width?: 'text' | 'form' | 'wide' | 'table';
  /// The way back, a `BackLink`.
  back?: ReactNode;
  /// A page with a heading of its own shape, a person's or a department's, leaves it out.
  title?: string;
  hint?: string | undefined;
  /// What one can do here, beside the title.
  actions?: ReactNode;
  children: ReactNode;
}

/// The frame that pages share: where one came from, what this is, and how wide it reads.
export function Page({ width = 'text', back, title, hint, actions, children }: Props) {
  return (
    <div className={styles.page} data-width={width}>
      {back}
      {title !== undefined && (
        <header className={styles.header}>
          <div className={styles.words}>
            <h1 className={styles.title}>{title}</h1>
            {hint !== undefined && <p className={styles.hint}>{hint}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </div>
  );
}

/// The type of a page's one heading, for pages that place it themselves.
export const titleClass = styles.title ?? '';

export const BackLink = createLink(({ children, ...rest }: ComponentProps<'a'>) => (
  <a {...rest} className={styles.back}>
    <ArrowLeft size={18} aria-hidden />
    {children}
  </a>
));
