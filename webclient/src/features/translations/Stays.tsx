import { useText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import styles from './LanguageLine.module.css';

/// For whoever changes the text of a post in two languages: the other one stays as it is.
export function Stays({ of: { translation } }: { of: Post }) {
  const { translations: text } = useText();
  return translation ? <p className={styles.line}>{text.stays[translation.language]}</p> : null;
}
