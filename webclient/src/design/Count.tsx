import { useText } from '../i18n/text.tsx';
import styles from './Count.module.css';

/// How much is unread: a number in the colour of the text, with its words for whoever does not see where it stands.
export function Count({ unread }: { unread: number }) {
  const text = useText();
  if (unread === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{text.count.unread(unread)}</span>
      <span className="hidden-visually">, {text.nav.unread(unread)}</span>
    </span>
  );
}

/// Something is there that one does not want to count; `of` says what.
export const Dot = ({ of }: { of: string }) => (
  <span className={styles.dot}>
    <span className="hidden-visually">, {of}</span>
  </span>
);
