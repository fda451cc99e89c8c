import { Languages } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { choose, useSaid } from './chosen.ts';
import styles from './LanguageLine.module.css';
import { otherThan } from './said.ts';

/// Above the text of a post in two languages: the way to the other one, which stays under the finger. Of what was translated
/// before the post changed it says so.
export function LanguageLine({ post }: { post: Post }) {
  const { translations: text } = useText();
  const { lang, isTranslated } = useSaid(post);
  if (lang === undefined) return null;
  const other = otherThan(lang);
  const isOutdated = isTranslated && post.translation?.outdated === true;
  return (
    <p className={styles.line}>
      <Languages size={14} aria-hidden />
      {isOutdated && <span>{text.outdated}</span>}{' '}
      <button type="button" className={styles.turn} onClick={() => choose(post.id, other)}>
        {isOutdated ? text.original : text.read[other]}
      </button>
    </p>
  );
}
