import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
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
  /// Where "cancel" could mean either.
  refusal?: string;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/// Asks before something that others notice. The safe answer has the focus.
export function Confirm({ title, action, refusal, onConfirm, onClose, children }: ConfirmProps) {
  const text = useText();
  return (
    <Overlay onClose={onClose}>
      <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
        <Heading slot="title" className={styles.title ?? ''}>
          {title}
        </Heading>
        <p className={styles.question}>{children}</p>
        <footer className={styles.answers}>
          <SafeAnswer onClick={onClose}>{refusal ?? text.app.cancel}</SafeAnswer>
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

/// A dialog takes the focus to itself unless something in it has it: this button comes first.
function SafeAnswer({ onClick, children }: { onClick: () => void; children: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} onClick={onClick}>
      {children}
    </Button>
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
