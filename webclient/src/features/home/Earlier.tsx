import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Emblem } from '../../design/Paving.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import type { PostView } from '../../protocol/generated.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import { FeedList } from '../posts/FeedList.tsx';
import { feedQuery, readOlder } from '../posts/queries.ts';
import styles from './Earlier.module.css';
import { scopeOf, type Shown } from './home.ts';

interface Props {
  filtered: Shown;
  /// What stands above the line already.
  above: readonly PostView[];
  /// Nothing of what one chose, but something else.
  hasUnreadElsewhere: boolean;
  onAll: () => void;
}

/// The end: what one had to read is read. What was read before comes only when one asks, a page at a time.
export function Earlier({ filtered, above, hasUnreadElsewhere, onAll }: Props) {
  const text = useText();
  const { side, mark } = filtered;
  const nothing = mark === 'all' ? text.home.nothingFrom(side) : text.moves.nothingNewSo[mark];
  const elsewhere = mark === 'all' ? text.home.otherSideHint : text.moves.elsewhereHint;
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <div className={styles.end}>
        <Emblem size={28} />
        <p className={styles.title}>{hasUnreadElsewhere ? nothing : text.feed.end}</p>
        <p className={styles.hint}>{hasUnreadElsewhere ? elsewhere : text.home.endHint}</p>
        {hasUnreadElsewhere && <Button onClick={onAll}>{text.home.showAll}</Button>}
        {!isAsked && !hasUnreadElsewhere && (
          <Button
            onClick={() => {
              setAsked(true);
            }}
          >
            {text.home.showEarlier}
          </Button>
        )}
      </div>
      {isAsked && <ReadBefore filtered={filtered} above={above} />}
    </>
  );
}

function ReadBefore({ filtered, above }: Pick<Props, 'filtered' | 'above'>) {
  const text = useText();
  const scope = scopeOf('read', filtered);
  const feed = useQuery(feedQuery(scope));
  const older = useMutation({ mutationFn: () => readOlder(scope) });
  const items = useMemo(() => {
    const shown = new Set(above.map(({ post }) => post.id));
    return feed.data?.pages.flatMap((page) => page.items).filter(({ post }) => !shown.has(post.id)) ?? [];
  }, [feed.data, above]);
  if (feed.isPending) return <Skeleton />;
  if (!feed.data) return <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />;
  const isMore = nextOf(feed.data) !== undefined;
  return (
    <section aria-label={text.home.earlier} className={styles.earlier}>
      {items.length > 0 && (
        <QuotedIn pages={feed.data.pages}>
          <FeedList
            label={text.home.earlier}
            items={items}
            readings={nothingUnread}
            places="group"
            isOpenEnded={isMore}
            isBusy={older.isPending}
          />
        </QuotedIn>
      )}
      <p role="status" className={styles.hint}>
        {older.isError ? text.feed.olderFailed : !isMore && text.feed.endHint}
      </p>
      {isMore && (
        <Button aria-disabled={older.isPending} onClick={() => { older.mutate(); }}>
          {older.isPending ? text.feed.loadingOlder : text.feed.older}
        </Button>
      )}
    </section>
  );
}

/// Behind the line nothing is new.
const nothingUnread = new Map();
