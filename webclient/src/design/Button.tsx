import { type ComponentProps, type MouseEvent, type ReactNode, useState } from 'react';
import styles from './Button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Props extends Omit<ComponentProps<'button'>, 'onClick'> {
  look?: Look;
  icon?: ReactNode;
  /// While what it promises is not done, the button does nothing more.
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => Promise<unknown>) | ((event: MouseEvent<HTMLButtonElement>) => void);
}

/// A native button. While `aria-disabled` it stays in the tab order, so that its reason can be read, and does nothing.
export function Button({ look = 'secondary', icon, children, className, type = 'button', onClick, ...rest }: Props) {
  const [isBusy, setBusy] = useState(false);
  const isOff = isBusy || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true';
  const press = async (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) {
      event.preventDefault();
      return;
    }
    const doing = onClick?.(event);
    if (!(doing instanceof Promise)) return;
    setBusy(true);
    await doing.finally(() => setBusy(false));
  };
  return (
    <button
      type={type}
      className={`${buttonClass(look)} ${className ?? ''}`}
      {...rest}
      aria-disabled={isOff || undefined}
      onClick={(event) => void press(event)}
    >
      {icon}
      {children}
    </button>
  );
}

/// The same looks for links and for buttons that a library draws.
export const buttonClass = (look: Look): string => `${styles.button ?? ''} ${styles[look] ?? ''}`;
export const iconButtonClass = styles.icon ?? '';
