import { useQuery } from '@tanstack/react-query';
import { CalendarSync } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import styles from './CalendarPage.module.css';
import { type Day, daysOf } from './days.ts';
import { upcomingQuery } from './upcoming.ts';
import { UpcomingRow } from './UpcomingRow.tsx';

const FeedDialog = lazy(async () => ({ default: (await import('./FeedDialog.tsx')).FeedDialog }));

type Part = 'all' | 'mine';
const parts: readonly Part[] = ['all', 'mine'];

/// `limits::events`
const mostEvents = 100;

/// What is coming up in all groups of this person, by day; or only what they said they come to.
export function CalendarPage() {
  const text = useLaterText();
  const { page } = text.calendar;
  usePageTitle(text.nav.calendar);
  const moments = useMoments();
  const now = useNow();
  const [part, setPart] = useState<Part>('all');
  const { data, error, isPending, refetch } = useQuery(upcomingQuery({ mine: part === 'mine' }));
  const days = data && daysOf(data.items, moments, now);
  return (
    <Page title={text.nav.calendar} hint={page.lead} actions={<Connect />}>
      <div className={styles.filter}>
        <Segmented label={page.which} value={part} choices={parts.map((each) => [each, page.parts[each]] as const)} onChange={setPart} />
      </div>
      {isPending && <Skeleton kind="rows" />}
      {!isPending && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {days?.length === 0 && <Nothing part={part} onShowAll={() => setPart('all')} />}
      {days?.map((day) => <DayPart key={day.name} day={day} />)}
      {data && data.items.length >= mostEvents && <p className={styles.rest}>{page.rest(mostEvents)}</p>}
    </Page>
  );
}

function DayPart({ day: { name, items } }: { day: Day }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id} className={styles.day}>
        {name}
      </h2>
      <ul role="list" className={styles.list}>
        {items.map((each) => (
          <UpcomingRow key={each.view.post.id} of={each} />
        ))}
      </ul>
    </section>
  );
}

function Nothing({ part, onShowAll }: { part: Part; onShowAll: () => void }) {
  const { page } = useLaterText().calendar;
  return (
    <EmptyState title={page.none[part].title} hint={page.none[part].hint}>
      {part === 'mine' && <Button onClick={onShowAll}>{page.showAll}</Button>}
    </EmptyState>
  );
}

/// A calendar elsewhere that shows the same.
function Connect() {
  const { feed } = useLaterText().calendar;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalendarSync size={18} aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {feed.title}
      </Button>
      {isOpen && (
        <Suspense>
          <FeedDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
