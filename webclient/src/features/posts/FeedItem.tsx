import { memo, useEffect, useId, useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import styles from './Feed.module.css';
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
}

/// A post in a feed, with the day above it and the line below it. They stand inside the article: a feed holds nothing else.
export const FeedItem = memo(function FeedItem(props: Props) {
  const { view, places, day, isLastOfDay, isUnread, endsNew, position, size, observer } = props;
  const text = useText();
  const titleId = useId();
  const article = useRef<HTMLElement>(null);

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
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the way into the feed; j and k walk on
      tabIndex={position === 1 ? 0 : -1}
      aria-labelledby={titleId}
      aria-posinset={position}
      aria-setsize={size}
      data-post={view.post.id}
      data-unread={isUnread || undefined}
      data-first={day !== undefined || undefined}
      data-last={isLastOfDay || endsNew || undefined}
    >
      {Boolean(day) && <p className={styles.day}>{day}</p>}
      <div className={styles.sheet}>
        <PostCard view={view} places={places} isUnread={isUnread} titleId={titleId} />
      </div>
      {endsNew && (
        <p className={styles.line}>
          <span>{text.feed.newLine}</span>
        </p>
      )}
    </article>
  );
});
