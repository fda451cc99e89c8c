import { useEffect } from 'react';
import type { PostView } from '../../protocol/generated.ts';
import { readViewSoon } from '../posts/reread.ts';
import { Affects } from './Affects.tsx';
import { useWithOwn } from './confirm.ts';
import { MustRead } from './MustRead.tsx';
import styles from './NewsPart.module.css';

/// What a card of news has below the text: what it asks of its readers, and what came of that.
export function NewsPart({ view }: { view: PostView }) {
  const shown = useWithOwn(view);
  const { news, post } = shown;
  const isLacking = news === undefined;
  useEffect(() => {
    if (isLacking) readViewSoon(post.id);
  }, [isLacking, post.id]);
  if (!news) return null;
  return (
    <>
      {news.affects.length > 0 && (
        <div className={styles.part}>
          <Affects post={post} affects={news.affects} />
        </div>
      )}
      {news.must_read && (
        <div className={styles.part}>
          <MustRead view={shown} news={news} />
        </div>
      )}
    </>
  );
}
