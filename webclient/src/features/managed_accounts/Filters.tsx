import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Field } from '../../design/Field.tsx';
import { MoreFilters } from '../../design/MoreFilters.tsx';
import { Select } from '../../design/Select.tsx';
import { useSettled } from '../../state/useSettled.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { AccountState, Role } from '../../protocol/generated.ts';
import { useOpenDepartments } from '../departments/departments.ts';
import { type AccountFilter, roles, states } from './filter.ts';
import styles from './Filters.module.css';

interface Props {
  filter: AccountFilter;
  onChange: (filter: AccountFilter) => void;
}

export function Filters({ filter, onChange }: Props) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const departments = useOpenDepartments();
  const [typed, setTyped] = useState(filter.search ?? '');
  const search = useSettled(typed.trim());
  const setSearch = useEffectEvent(() => {
    // Whoever pressed on a person meanwhile is on their way there.
    if (location.pathname === '/admin/people' && search !== (filter.search ?? '')) onChange(chosen({ ...filter, search }));
  });
  useEffect(() => setSearch(), [search]);

  return (
    <search className={styles.filters}>
      <Field
        label={words.search}
        type="search"
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        after={<Search size={18} aria-hidden className={styles.glass} />}
      />
      <MoreFilters active={[filter.department, filter.role, filter.state].filter(Boolean).length}>
        <Select
          label={words.department}
          value={String(filter.department ?? '')}
          choices={[['', words.all], ...departments.map(({ id, name }) => [String(id), name] as const)]}
          onChange={(id) => onChange(chosen({ ...filter, department: id === '' ? undefined : Number(id) }))}
        />
        <Select<Role | ''>
          label={words.role}
          value={filter.role ?? ''}
          choices={[['', words.all], ...roles.map((role) => [role, text.account.roles[role]] as const)]}
          onChange={(role) => onChange(chosen({ ...filter, role: role === '' ? undefined : role }))}
        />
        <Select<AccountState | ''>
          label={words.state}
          value={filter.state ?? ''}
          choices={[['', words.all], ...states.map((state) => [state, words.states[state]] as const)]}
          onChange={(state) => onChange(chosen({ ...filter, state: state === '' ? undefined : state }))}
        />
      </MoreFilters>
    </search>
  );
}

/// Without what is not chosen: it does not stand in the address.
function chosen(filter: { [Key in keyof AccountFilter]: AccountFilter[Key] | undefined }): AccountFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}
