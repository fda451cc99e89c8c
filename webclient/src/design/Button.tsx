import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Props extends ComponentProps<'button'> {
  look?: Look;
  icon?: ReactNode;
}

/// A native button. While `aria-disabled` it stays in the tab order, so that its reason can be read.
export function Button({ look = 'secondary', icon, children, className, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={`${buttonClass(look)} ${className ?? ''}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/// The same looks for links and for buttons that a library draws.
export const buttonClass = (look: Look): string => `${styles.button ?? ''} ${styles[look] ?? ''}`;
export const iconButtonClass = styles.icon ?? '';
