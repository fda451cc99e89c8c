import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { MoreFilters } from '../../design/MoreFilters.tsx';
import { Select } from '../../design/Select.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { complain } from '../../design/toast.ts';
import { useSettled } from '../../state/useSettled.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { nextOf } from '../../live/pages.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupRole, GroupView } from '../../protocol/generated.ts';
import { useOpenDepartments } from '../departments/departments.ts';
import styles from './MemberList.module.css';
import { MemberRow } from './MemberRow.tsx';
import { everyone, type MemberFilter, membersQuery, readMoreMembers } from './members.ts';

/// Who is in, by name; a search and two choices narrow it down.
export function MemberList({ view }: { view: GroupView }) {
  const [filter, setFilter] = useState(everyone);
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  return (
    <>
      <Filters filter={filter} onChange={setFilter} typed={typed} onType={setTyped} />
      <List view={view} filter={search === '' ? filter : { ...filter, search }} />
    </>
  );
}

interface FilterProps {
  filter: MemberFilter;
  onChange: (filter: MemberFilter) => void;
  typed: string;
  onType: (typed: string) => void;
}

function Filters({ filter, onChange, typed, onType }: FilterProps) {
  const text = useLaterText();
  const departments = useOpenDepartments();
  const { role, department, ...rest } = filter;
  return (
    <div role="search" aria-label={text.members.filters} className={styles.filters}>
      <Field
        label={text.members.find}
        type="search"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={({ target }) => {
          onType(target.value);
        }}
        after={<Search size={18} aria-hidden className={styles.glass} />}
      />
      <MoreFilters active={[role, department].filter(Boolean).length}>
        <Select<GroupRole | 'all'>
          label={text.members.byRole}
          value={role ?? 'all'}
          choices={[['all', text.members.allRoles], ...roles.map((each) => [each, text.groups.roles[each]] as const)]}
          onChange={(next) => {
            onChange({ ...rest, ...(department === undefined ? {} : { department }), ...(next === 'all' ? {} : { role: next }) });
          }}
        />
        <Select
          label={text.members.byDepartment}
          value={department === undefined ? 'all' : String(department)}
          choices={[['all', text.members.allDepartments], ...departments.map(({ id, name }) => [String(id), name] as const)]}
          onChange={(next) => {
            onChange({ ...rest, ...(role === undefined ? {} : { role }), ...(next === 'all' ? {} : { department: Number(next) }) });
          }}
        />
      </MoreFilters>
    </div>
  );
}

const roles = ['owner', 'moderator', 'member', 'guest'] as const;

function List({ view, filter }: { view: GroupView; filter: MemberFilter }) {
  const text = useLaterText();
  const { id } = view.group;
  // While a narrower list is read the rows stay, and with them a question that one of them asks.
  const members = useQuery({ ...membersQuery(id, filter), placeholderData: keepPreviousData });
  const more = useMutation({
    mutationFn: () => readMoreMembers(id, filter),
    onError: (error) => {
      complain(text.errors[errorKey(error)]);
    },
  });
  if (members.isPending) return <Skeleton kind="rows" />;
  if (members.isLoadingError) return <ErrorState error={members.error} onRetry={() => void members.refetch()} />;
  const found = members.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p role="status" className={found.length === 0 ? styles.none : 'hidden-visually'}>
        {found.length === 0 ? text.members.noneFound : text.groups.members(found.length)}
      </p>
      {found.length > 0 && (
        <ul role="list" aria-label={text.members.title} className={styles.list}>
          {found.map((member) => (
            <MemberRow key={member.person} member={member} group={view.group} isManaged={view.role === 'owner'} />
          ))}
        </ul>
      )}
      {nextOf(members.data) !== undefined && (
        <Button
          aria-disabled={more.isPending}
          onClick={() => {
            more.mutate();
          }}
        >
          {text.members.older}
        </Button>
      )}
    </>
  );
}
