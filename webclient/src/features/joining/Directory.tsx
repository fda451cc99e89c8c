import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { complain } from '../../design/toast.ts';
import { useSettled } from '../../state/useSettled.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { DirectoryEntry } from '../../protocol/generated.ts';
import { directoryQuery, readMoreGroups } from './directory.ts';
import styles from './Directory.module.css';
import { DirectoryRow } from './DirectoryRow.tsx';
import rows from './Rows.module.css';
import { Section } from './Section.tsx';

/// Every closed group of the organisation: to join, or to ask. Nothing for people from outside.
export function Directory() {
  const text = useLaterText();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  // Other groups come and go without an event: read again at each visit.
  const groups = useQuery({ ...directoryQuery(search), staleTime: 0, placeholderData: keepPreviousData });
  // One's own stand above: here only when one looks for a name.
  const isWorthShowing = ({ standing }: DirectoryEntry) => search !== '' || standing !== 'member';
  if (hasCode(groups.error, 'forbidden')) return null;
  return (
    <Section title={text.joining.allGroups} hint={text.joining.allGroupsHint}>
      <Field
        label={text.joining.search}
        type="search"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
        after={<Search size={18} aria-hidden className={styles.glass} />}
      />
      {groups.isPending && <Skeleton kind="rows" />}
      {groups.isLoadingError && <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data && <Found search={search} entries={groups.data.pages.flatMap((page) => page.items).filter(isWorthShowing)} hasMore={nextOf(groups.data) !== undefined} />}
    </Section>
  );
}

interface FoundProps {
  search: string;
  entries: DirectoryEntry[];
  hasMore: boolean;
}

function Found({ search, entries, hasMore }: FoundProps) {
  const text = useLaterText();
  const more = useMutation({
    mutationFn: () => readMoreGroups(search),
    onError: (error) => {
      complain(text.errors[errorKey(error)]);
    },
  });
  return (
    <>
      <p role="status" className={entries.length === 0 ? styles.none : 'hidden-visually'}>
        {entries.length === 0 ? text.joining.noGroups(search) : text.joining.found(entries.length)}
      </p>
      {entries.length > 0 && (
        <ul role="list" aria-label={text.joining.allGroups} className={rows.list}>
          {entries.map((entry) => (
            <DirectoryRow key={entry.sign.group} entry={entry} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button
          aria-disabled={more.isPending}
          className={styles.more}
          onClick={() => {
            more.mutate();
          }}
        >
          {text.joining.moreGroups}
        </Button>
      )}
    </>
  );
}
