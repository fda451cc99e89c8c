import { memo } from 'react';
import type { MarkdownTree } from '../../protocol/generated.ts';
import { Headings, Inline, Markdown } from '../posts/Markdown.tsx';
import { partsOf } from './titled.ts';
import styles from './TitledText.module.css';

/// As in a newspaper: the title, what leads it in, and then the text, whose own headings stand below the title.
export const TitledText = memo(function TitledText({ blocks }: { blocks: MarkdownTree }) {
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
