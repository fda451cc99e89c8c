import { Link } from '@tanstack/react-router';
import { Check, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { isUnread, type Readings } from '../groups/readings.ts';
import { FeedList } from '../posts/FeedList.tsx';
import { mostOfATab } from '../posts/queries.ts';
import type { Row } from './home.ts';
import styles from './NewsRow.module.css';

interface Props {
  row: Row;
  /// Nothing of it is left out.
  isWhole: boolean;
  readings: Readings;
  observer: IntersectionObserver | undefined;
  isOpenAtFirst: boolean;
  onMarkRead: (posts: readonly PostView[], said: string) => void;
}

/// A tab with much: one row that opens in place, leads to the tab, and can be marked as read at once (not where
/// only some of it is shown: a mark takes the rest along).
export function NewsRow({ row, isWhole, readings, observer, isOpenAtFirst, onMarkRead }: Props) {
  const text = useText();
  const me = useMe().person.id;
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { group, tab, items } = row;
  const unread = items.filter(({ post }) => isUnread(post, readings, me));
  const [newest] = items;
  const count = isWhole ? tab.reading.unread : unread.length;
  const isMore = isWhole ? count > unread.length : unread.length >= mostOfATab;
  const place = text.home.place(group.group.name, tab.tab.name);
  return (
    <li className={styles.item} data-open={isOpen || undefined}>
      <div className={styles.row} data-unread={count > 0 || undefined}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          data-news={(!isOpen && count > 0) || undefined}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <ChevronRight size={18} aria-hidden className={styles.arrow} />
          <span className={styles.place}>
            <span className={styles.group}>{group.group.name}</span> <span aria-hidden="true">›</span>{' '}
            <span className={styles.tab}>{tab.tab.name}</span>
          </span>
          {newest && (
            <span className={styles.time}>
              <Time at={newest.post.published_at} />
            </span>
          )}
          {count > 0 && (
            <span className={styles.count}>
              <span aria-hidden="true">{!isWhole && isMore ? text.count.atLeast(count) : text.count.unread(count)}</span>
              <span className="hidden-visually">, {text.nav.unread(count)}</span>
            </span>
          )}
        </button>
        {count > 0 && isWhole && (
          <button
            type="button"
            className={iconButtonClass}
            aria-label={text.home.markTab(place)}
            title={text.home.markTab(place)}
            onClick={() => {
              onMarkRead(unread, text.home.markedTab(place));
            }}
          >
            <Check size={18} aria-hidden />
          </button>
        )}
      </div>
      <div id={id} className={styles.posts} hidden={!isOpen}>
        {isOpen && (
          <>
            <FeedList label={place} items={items} readings={readings} places="none" isFlush isOpenEnded={isMore} observer={observer} />
            <Link
              to="/g/$group/$tab"
              params={{ group: String(group.group.id), tab: String(tab.tab.id) }}
              className={styles.whole}
            >
              {isMore ? text.home.readAllIn(tab.tab.name) : text.home.goTo(tab.tab.name)}
            </Link>
          </>
        )}
      </div>
    </li>
  );
}
