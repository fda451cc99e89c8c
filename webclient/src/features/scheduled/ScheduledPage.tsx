import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Scheduled.module.css';
import { ScheduledCard } from './ScheduledCard.tsx';
import { scheduledQuery } from './scheduled.ts';

/// Own posts that wait for their time, the next one first. What failed was to be there before them.
export function ScheduledPage() {
  const text = useLaterText();
  usePageTitle(text.scheduled.title);
  const { data, error, isPending, refetch } = useQuery(scheduledQuery);
  return (
    <Page title={text.scheduled.title} hint={text.scheduled.lead}>
      {isPending && <Skeleton />}
      {!isPending && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState title={text.scheduled.empty} hint={text.scheduled.emptyHint}>
          <Link to="/" className={buttonClass('secondary')}>
            {text.kept.toHome}
          </Link>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul role="list" aria-label={text.scheduled.title} className={styles.list}>
          {data.items.map((each) => (
            <li key={each.post.id}>
              <ScheduledCard scheduled={each} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
