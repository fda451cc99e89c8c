import { memo, useEffect, useId, useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { FarCard } from './FarCard.tsx';
import styles from './Feed.module.css';
import { type Nearby, useNear } from './nearby.ts';
import type { Places } from './Place.tsx';
import { PostCard } from './PostCard.tsx';

interface Props {
  view: PostView;
  places: Places;
  /// Set on the first post of a day; empty where days have no heading.
  day: string | undefined;
  isLastOfDay: boolean;
  isUnread: boolean;
  /// The oldest of what is new; below it one was before.
  endsNew: boolean;
  position: number;
  size: number;
  observer: IntersectionObserver | undefined;
  nearby: Nearby;
}

/// A post in a feed, with the day above it and the line below it. They stand inside the article: a feed holds nothing else.
export const FeedItem = memo(function FeedItem(props: Props) {
  const { view, places, day, isLastOfDay, isUnread, endsNew, position, size, observer, nearby } = props;
  const text = useText();
  const titleId = useId();
  const article = useRef<HTMLElement>(null);
  const { isNear, style } = useNear(article, nearby, view.post.id, position);

  useEffect(() => {
    const element = article.current;
    if (!element || !observer || !isUnread) return;
    observer.observe(element);
    return () => {
      observer.unobserve(element);
    };
  }, [observer, isUnread]);

  return (
    <article
      ref={article}
      className={styles.item}
      style={style}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the way into the feed; j and k walk on
      tabIndex={position === 1 ? 0 : -1}
      aria-labelledby={titleId}
      aria-posinset={position}
      aria-setsize={size}
      data-post={view.post.id}
      data-unread={isUnread || undefined}
      data-far={!isNear || undefined}
      data-first={day !== undefined || undefined}
      data-last={isLastOfDay || endsNew || undefined}
    >
      {Boolean(day) && <p className={styles.day}>{day}</p>}
      <div className={styles.sheet}>
        {isNear ? (
          <PostCard view={view} places={places} isUnread={isUnread} titleId={titleId} />
        ) : (
          <FarCard view={view} isUnread={isUnread} titleId={titleId} />
        )}
      </div>
      {endsNew && (
        <p className={styles.line}>
          <span>{text.feed.newLine}</span>
        </p>
      )}
    </article>
  );
});
