import type { ReactNode, RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import styles from './Panel.module.css';

interface Props {
  title: string;
  /// What one can do here, beside the title.
  actions?: ReactNode;
  trigger: RefObject<HTMLElement | null>;
  onClose: () => void;
  /// What follows below all that scrolls.
  footer: ReactNode;
  children: ReactNode;
}

const highest = 640;

/// Something to look through without leaving the page, open at the button that was pressed. Its code comes later, as that
/// of an `OpenMenu`.
export function Panel({ title, actions, trigger, onClose, footer, children }: Props) {
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      onOpenChange={onClose}
      placement="bottom end"
      offset={4}
      maxHeight={highest}
      className={styles.popover ?? ''}
    >
      <Dialog className={styles.panel ?? ''}>
        <header className={styles.header}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {actions}
        </header>
        <div className={styles.content}>{children}</div>
        <footer className={styles.footer}>{footer}</footer>
      </Dialog>
    </Popover>
  );
}
