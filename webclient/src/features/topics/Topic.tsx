import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MarkdownNode } from '../../protocol/generated.ts';
import styles from './Topic.module.css';

/// A topic in a text, as it was written, and the way to the posts that have it.
export function Topic({ node: { topic, text } }: { node: MarkdownNode }): ReactNode {
  if (topic === undefined) return text;
  return (
    <Link to="/t/$topic" params={{ topic }} className={styles.topic}>
      {text}
    </Link>
  );
}
