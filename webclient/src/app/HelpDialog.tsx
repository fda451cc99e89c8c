import { Link } from '@tanstack/react-router';
import { Dialog } from '../design/Dialog.tsx';
import { useLaterText } from '../i18n/text.tsx';
import styles from './HelpDialog.module.css';
import { Shortcuts } from './Shortcuts.tsx';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { help } = useLaterText();
  return (
    <Dialog title={help.title} onClose={onClose}>
      <Shortcuts />
      <p className={styles.more}>
        <Link to="/help" onClick={onClose}>
          {help.more}
        </Link>
      </p>
    </Dialog>
  );
}
