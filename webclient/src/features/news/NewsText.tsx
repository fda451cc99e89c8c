import { memo } from 'react';
import type { MarkdownTree } from '../../protocol/generated.ts';
import { Headings, Inline, Markdown } from '../posts/Markdown.tsx';
import { partsOf } from './news.ts';
import styles from './NewsText.module.css';

/// News as in a newspaper: its title, what leads it in, and then the text, whose own headings stand below the title.
export const NewsText = memo(function NewsText({ blocks }: { blocks: MarkdownTree }) {
  const { title, lead, rest } = partsOf(blocks);
  return (
    <>
      {title && (
        <h3 className={styles.title}>
          <Inline of={title} />
        </h3>
      )}
      {lead && (
        <p className={styles.lead}>
          <Inline of={lead} />
        </p>
      )}
      <Headings value={title ? 'h4' : 'h3'}>
        <Markdown blocks={rest} />
      </Headings>
    </>
  );
});
