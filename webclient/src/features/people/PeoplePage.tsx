import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { MoreFilters } from '../../design/MoreFilters.tsx';
import { Page } from '../../design/Page.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Select } from '../../design/Select.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { complain } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Side } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { useMe } from '../accounts/session.ts';
import { useOpenDepartments } from '../departments/departments.ts';
import { directoryQuery, readMorePeople } from './directory.ts';
import styles from './PeoplePage.module.css';
import { PersonRow } from './PersonRow.tsx';
import { Places } from './Places.tsx';
import type { Wanted } from './wanted.ts';

/// Everyone who works here, found by name, title or department.
export function PeoplePage() {
  const text = useLaterText();
  const isGuest = useMe().role === 'guest';
  usePageTitle(text.people.title);
  return (
    <Page width="wide" title={text.people.title}>
      {isGuest ? (
        <EmptyState title={text.people.guests} />
      ) : (
        <>
          <Places />
          <Directory />
        </>
      )}
    </Page>
  );
}

function Directory() {
  const wanted = useSearch({ from: '/people' });
  return (
    <>
      <Filters wanted={wanted} />
      <Results wanted={wanted} />
    </>
  );
}

/// What is looked for stands in the address: it can be shared, and Back undoes it.
function Filters({ wanted }: { wanted: Wanted }) {
  const text = useLaterText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(wanted.search ?? '');
  const departments = useOpenDepartments();
  const look = (change: Wanted) => void navigate({ to: '/people', search: { ...wanted, ...change }, replace: true });
  const settled = useSettled(typed.trim());
  const onSettled = useEffectEvent((search: string) => {
    // Whoever pressed on a person meanwhile is on their way there.
    if (location.pathname === '/people' && search !== (wanted.search ?? '')) look({ search: search === '' ? undefined : search });
  });
  useEffect(() => {
    onSettled(settled);
  }, [settled]);

  return (
    <search className={styles.filters}>
      <Field
        label={text.people.search}
        type="search"
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
        after={<Search size={18} aria-hidden className={styles.glass} />}
      />
      <MoreFilters active={[wanted.department, wanted.side].filter(Boolean).length}>
        <Select
          label={text.departments.one}
          value={String(wanted.department ?? '')}
          choices={[['', text.people.allDepartments], ...departments.map(({ id, name }) => [String(id), name] as const)]}
          onChange={(id) => {
            look({ department: id === '' ? undefined : Number(id) });
          }}
        />
        <Segmented<Side | 'all'>
          label={text.people.side}
          value={wanted.side ?? 'all'}
          choices={[
            ['all', text.people.allSides],
            ['ssc', text.departments.sides.ssc],
            ['business', text.departments.sides.business],
            ['external', text.departments.sides.external],
          ]}
          onChange={(side) => {
            look({ side: side === 'all' ? undefined : side });
          }}
        />
      </MoreFilters>
    </search>
  );
}

function Results({ wanted }: { wanted: Wanted }) {
  const text = useLaterText();
  const people = useQuery(directoryQuery(wanted));
  const more = useMutation({
    mutationFn: () => readMorePeople(wanted),
    onError: (error) => {
      complain(text.errors[errorKey(error)]);
    },
  });
  if (people.isPending) return <Skeleton kind="rows" />;
  if (people.isLoadingError) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  const items = people.data.pages.flatMap((page) => page.items);
  const hasMore = nextOf(people.data) !== undefined;
  return (
    <>
      <p role="status" className="hidden-visually">
        {hasMore ? text.people.foundMore(items.length) : text.people.found(items.length)}
      </p>
      {items.length === 0 && <EmptyState title={text.people.none} hint={text.people.noneHint} />}
      {items.length > 0 && (
        <ul role="list" aria-label={text.people.title} className={styles.list}>
          {items.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button
          aria-disabled={more.isPending}
          onClick={() => more.mutate()}
        >
          {text.people.more}
        </Button>
      )}
    </>
  );
}
