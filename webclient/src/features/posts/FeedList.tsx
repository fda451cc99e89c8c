import { useMemo, useRef, useState } from 'react';
import { useNow } from '../../i18n/clock.ts';
import { useMoments } from '../../i18n/useMoments.ts';
import type { PostView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { isUnread, type Readings } from '../groups/readings.ts';
import styles from './Feed.module.css';
import { FeedItem } from './FeedItem.tsx';
import { Nearby, useHeightsKept } from './nearby.ts';
import type { Places } from './Place.tsx';

interface Props {
  label: string;
  /// Newest first.
  items: readonly PostView[];
  readings: Readings;
  places: Places;
  /// They stand in another order than that of their days.
  isWithoutDays?: boolean;
  /// Inside a sheet that has edges of its own.
  isFlush?: boolean;
  /// More can be loaded below.
  isOpenEnded: boolean;
  isBusy?: boolean;
  /// The oldest post that is new, when the line below it is to be drawn.
  lastNew?: number;
  /// With which unread posts register; nothing where reading does not mark.
  observer?: IntersectionObserver | undefined;
}

/// Posts by day (role=feed of the W3C's practices).
export function FeedList(props: Props) {
  const { label, items, readings, places, isWithoutDays = false, isFlush = false, isOpenEnded, isBusy = false, lastNew = -1, observer } = props;
  const me = useMe().person.id;
  const days = useDays(items, isWithoutDays);
  const [nearby] = useState(() => new Nearby());
  const feed = useRef<HTMLDivElement>(null);
  useHeightsKept(feed);
  return (
    <div
      ref={feed}
      role="feed"
      tabIndex={-1}
      aria-label={label}
      aria-busy={isBusy}
      className={styles.feed}
      data-flush={isFlush || undefined}
    >
      {items.map((view, index) => (
        <FeedItem
          key={view.post.id}
          view={view}
          places={places}
          day={days[index] === days[index - 1] ? undefined : days[index]}
          isLastOfDay={days[index] !== days[index + 1]}
          isUnread={isUnread(view.post, readings, me)}
          endsNew={index === lastNew && index < items.length - 1}
          position={index + 1}
          size={isOpenEnded ? -1 : items.length}
          observer={observer}
          nearby={nearby}
        />
      ))}
    </div>
  );
}

/// The heading of the day of each post; empty when there are to be none.
function useDays(items: readonly PostView[], isWithout: boolean): string[] {
  const moments = useMoments();
  const now = useNow();
  return useMemo(
    () => items.map(({ post }) => (isWithout ? '' : moments.day(post.published_at, now))),
    [items, isWithout, moments, now],
  );
}
