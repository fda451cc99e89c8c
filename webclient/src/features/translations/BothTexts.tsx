import { useText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { Markdown } from '../posts/Markdown.tsx';
import styles from './BothTexts.module.css';
import { otherThan } from './said.ts';

/// All that a post says, in both languages where it has two: for its author, and for whoever decides on it.
export function BothTexts({ post: { blocks, translation } }: { post: Pick<Post, 'blocks' | 'translation'> }) {
  const { translations: text } = useText();
  if (!translation) return <Markdown blocks={blocks} />;
  return (
    <>
      <div lang={otherThan(translation.language)}>
        <Markdown blocks={blocks} />
      </div>
      <section className={styles.other} aria-label={text.in[translation.language]}>
        <p className={styles.language}>
          {text.in[translation.language]}
          {translation.outdated && <span className={styles.outdated}> {text.outdated}</span>}
        </p>
        <div lang={translation.language}>
          <Markdown blocks={translation.blocks} />
        </div>
      </section>
    </>
  );
}
