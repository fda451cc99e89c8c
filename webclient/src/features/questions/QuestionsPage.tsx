import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import type { QuestionList } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import type { Feed } from '../posts/feed.ts';
import { feedQuery, readOlder } from '../posts/queries.ts';
import { hasDesk } from './desks.ts';
import { listOf } from './lists.ts';
import { QuestionRow } from './QuestionRow.tsx';
import styles from './QuestionsPage.module.css';

const lists: readonly QuestionList[] = ['own', 'desk'];

/// What one asked, and what is asked of one's desk: what everyone reads, and what only some do.
export function QuestionsPage() {
  const text = useLaterText();
  const { questionsPage: page } = text;
  usePageTitle(text.privately.list);
  const isOfDesk = useHasDesk();
  const navigate = useNavigate();
  const { list: asked = 'own' } = useSearch({ from: '/q' });
  const list = isOfDesk ? asked : 'own';
  // While nobody looked, questions may have come.
  const feed = useQuery({ ...feedQuery(listOf(list)), staleTime: 0 });
  const choose = (next: QuestionList) => void navigate({ to: '/q', search: next === 'desk' ? { list: next } : {}, replace: true });
  return (
    <Page title={text.privately.list} hint={page.lead}>
      {isOfDesk && (
        <div className={styles.filter}>
          <Segmented label={page.which} value={list} choices={lists.map((each) => [each, page.lists[each]] as const)} onChange={choose} />
        </div>
      )}
      {feed.isPending && <Skeleton kind="rows" />}
      {feed.isLoadingError && <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && <Questions key={list} list={list} feed={feed.data} />}
    </Page>
  );
}

/// Guests work in no department of the organisation.
function useHasDesk(): boolean {
  const { person, role } = useMe();
  const departments = useDepartments();
  const services = useServices();
  return role !== 'guest' && hasDesk(person, departments, services);
}

function Questions({ list, feed }: { list: QuestionList; feed: Feed }) {
  const { questionsPage: text } = useLaterText();
  const items = useMemo(() => feed.pages.flatMap((page) => page.items), [feed]);
  const older = useMutation({ mutationFn: () => readOlder(listOf(list)) });
  if (items.length === 0) return <Nothing list={list} />;
  return (
    <>
      <ul role="list" className={styles.list}>
        {items.map((view) => (
          <QuestionRow key={view.post.id} view={view} list={list} />
        ))}
      </ul>
      <p role="status" className={styles.failed}>
        {older.isError && text.olderFailed}
      </p>
      {nextOf(feed) !== undefined && (
        <Button
          className={styles.older}
          aria-disabled={older.isPending}
          onClick={() => {
            older.mutate();
          }}
        >
          {older.isPending ? text.loadingOlder : text.older}
        </Button>
      )}
    </>
  );
}

function Nothing({ list }: { list: QuestionList }) {
  const { questionsPage: text } = useLaterText();
  return (
    <EmptyState title={text.none[list].title} hint={text.none[list].hint}>
      {list === 'own' && (
        <Link to="/groups" className={buttonClass('secondary')}>
          {text.toGroups}
        </Link>
      )}
    </EmptyState>
  );
}
