import { useText } from '../../i18n/text.tsx';
import type { Comment, Quote } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { beginningOf } from './plain.ts';
import styles from './QuoteBlock.module.css';
import { useQuoted } from './Quoted.tsx';

interface Props {
  quote: Quote;
  /// The comment itself, when it stands among those that are shown.
  shown: Comment | undefined;
}

/// Whose comment this one replies to, and how that begins when it is known.
export function QuoteBlock({ quote, shown }: Props) {
  const text = useText();
  const told = useQuoted(quote.comment);
  const name = usePerson(quote.author)?.name ?? text.post.unknownAuthor;
  const comment = shown ?? told;
  return (
    <span className={styles.quote}>
      <span className={styles.of}>{text.comment.quoted(name)}</span>
      {comment && <span className={styles.words}>{beginningOf(comment.blocks)}</span>}
    </span>
  );
}
