import { useEffect } from 'react';
import type { PostView } from '../../protocol/generated.ts';
import { readViewSoon } from '../posts/reread.ts';
import styles from './IdeaPart.module.css';
import { Progress } from './Progress.tsx';
import { useWithOwn } from './vote.ts';
import { Wanting } from './Wanting.tsx';

/// What the card of an idea has below the text: how far it has come, and who wants it too.
export function IdeaPart({ view }: { view: PostView }) {
  const shown = useWithOwn(view);
  const { idea, post } = shown;
  const isLacking = idea === undefined;
  useEffect(() => {
    if (isLacking) readViewSoon(post.id);
  }, [isLacking, post.id]);
  if (!idea) return null;
  return (
    <div className={styles.idea}>
      <Progress view={shown} idea={idea} />
      <Wanting view={shown} idea={idea} />
    </div>
  );
}
