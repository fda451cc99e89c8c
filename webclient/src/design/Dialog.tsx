import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n/text.tsx';
import { Button, iconButtonClass } from './Button.tsx';
import styles from './Dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, onClose, children }: Props) {
  const text = useText();
  return (
    <Overlay onClose={onClose}>
      <AriaDialog className={styles.dialog ?? ''}>
        <header className={styles.header}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <button type="button" className={iconButtonClass} aria-label={text.app.close} onClick={onClose}>
            <X size={20} aria-hidden />
          </button>
        </header>
        {children}
      </AriaDialog>
    </Overlay>
  );
}

interface ConfirmProps {
  title: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/// Asks before something that others notice. The safe answer has the focus.
export function Confirm({ title, action, onConfirm, onClose, children }: ConfirmProps) {
  const text = useText();
  return (
    <Overlay onClose={onClose}>
      <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
        <Heading slot="title" className={styles.title ?? ''}>
          {title}
        </Heading>
        <p className={styles.question}>{children}</p>
        <footer className={styles.answers}>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog moves the focus in any case; this chooses where */}
          <Button autoFocus onClick={onClose}>
            {text.app.cancel}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {action}
          </Button>
        </footer>
      </AriaDialog>
    </Overlay>
  );
}

function Overlay({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>{children}</Modal>
    </ModalOverlay>
  );
}
