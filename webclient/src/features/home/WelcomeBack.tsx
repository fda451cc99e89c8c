import { X } from 'lucide-react';
import { useId } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './WelcomeBack.module.css';

/// Above all that stands on Home, for whoever comes back after a while.
export function WelcomeBack({ onClose }: { onClose: () => void }) {
  const { returning: words } = useLaterText();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.card}>
      <div>
        <h2 id={id} className={styles.title}>
          {words.title}
        </h2>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      <button type="button" className={iconButtonClass} aria-label={words.close} title={words.close} onClick={onClose}>
        <X size={18} aria-hidden />
      </button>
    </section>
  );
}
