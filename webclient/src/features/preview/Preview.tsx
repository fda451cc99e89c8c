import { useMemo } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import { useSettled } from '../../state/useSettled.ts';
import { Markdown } from '../posts/Markdown.tsx';
import { cleaned } from '../posts/writing.ts';
import { blocksOf } from './parse.ts';
import styles from './Preview.module.css';

/// A text as its readers will see it, once the typing rests: half a link leads nowhere.
export function Preview({ id, source }: { id: string; source: string }) {
  const { preview } = useLaterText();
  const settled = useSettled(source);
  const blocks = useMemo(() => blocksOf(cleaned(settled)), [settled]);
  return (
    <section id={id} aria-label={preview.label} className={styles.preview}>
      {/* The headings of a text stand one level below. */}
      <h2 className="hidden-visually">{preview.label}</h2>
      {blocks.length === 0 ? <p className={styles.nothing}>{preview.nothing}</p> : <Markdown blocks={blocks} />}
    </section>
  );
}
