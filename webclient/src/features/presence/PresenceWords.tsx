import type { PersonId } from '../../protocol/generated.ts';
import { usePresence } from './presence.ts';
import styles from './PresenceWords.module.css';
import { usePresenceWords } from './useWords.ts';

/// On the line of what somebody does: whether they are there, for whoever shows it.
export function PresenceWords({ person, isAfterWords }: { person: PersonId; isAfterWords: boolean }) {
  const words = usePresenceWords(usePresence(person));
  if (words === undefined) return null;
  return (
    <>
      {isAfterWords && ' · '}
      <span className={styles.words}>{words}</span>
    </>
  );
}
