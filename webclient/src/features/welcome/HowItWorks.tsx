import { Building2, Lock, UserRound } from 'lucide-react';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Welcome.module.css';

const icons = [Building2, Lock, UserRound];

/// Three sentences: what one has to know before the first word.
export function HowItWorks() {
  const { welcome } = useLaterText();
  return (
    <ul role="list" className={styles.sentences}>
      {welcome.sentences.map(({ title, words }, index) => {
        const Icon = icons[index] ?? Building2;
        return (
          <li key={title}>
            <Icon size={22} aria-hidden />
            <div>
              <h2>{title}</h2>
              <p>{words}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
