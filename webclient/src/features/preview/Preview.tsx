import { useDeferredValue, useMemo } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import { Markdown } from '../posts/Markdown.tsx';
import { cleaned } from '../posts/writing.ts';
import { blocksOf } from './parse.ts';
import styles from './Preview.module.css';

/// A text as its readers will see it, a moment behind whoever types fast.
export function Preview({ id, source }: { id: string; source: string }) {
  const { preview } = useLaterText();
  const settled = useDeferredValue(source);
  const blocks = useMemo(() => blocksOf(cleaned(settled)), [settled]);
  return (
    <section id={id} aria-label={preview.label} className={styles.preview}>
      {blocks.length === 0 ? <p className={styles.nothing}>{preview.nothing}</p> : <Markdown blocks={blocks} />}
    </section>
  );
}
