import { Field } from '../../design/Field.tsx';
import { Select } from '../../design/Select.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useOpenDepartments } from '../departments/departments.ts';
import styles from './Details.module.css';
import { roles } from './filter.ts';
import type { Draft, Faults } from './form.ts';

interface Props {
  draft: Draft;
  faults: Faults;
  /// Nobody changes the own role.
  isOwn?: boolean;
  onChange: (change: Partial<Draft>) => void;
}

/// The fields of an account, to add one or to change it.
export function Details({ draft, faults, isOwn = false, onChange }: Props) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const departments = useOpenDepartments();
  return (
    <div className={styles.fields}>
      <Field
        label={words.name}
        autoComplete="off"
        most={120}
        value={draft.name}
        error={faults.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <Field
        label={words.title}
        autoComplete="off"
        most={120}
        value={draft.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <Field
        label={words.email}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        most={254}
        value={draft.email}
        error={faults.email}
        hint={words.loginHint}
        onChange={({ target }) => onChange({ email: target.value })}
      />
      <Field
        label={words.personnelNumber}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        most={40}
        value={draft.personnelNumber}
        error={faults.personnelNumber}
        onChange={({ target }) => onChange({ personnelNumber: target.value })}
      />
      <Select
        label={words.department}
        value={String(draft.department ?? '')}
        choices={[['', words.noDepartment], ...departments.map(({ id, name }) => [String(id), name] as const)]}
        onChange={(id) => onChange({ department: id === '' ? undefined : Number(id) })}
      />
      <Select
        label={words.role}
        value={draft.role}
        disabled={isOwn}
        hint={isOwn ? words.ownRole : words.roleHints[draft.role]}
        choices={roles.map((role) => [role, text.account.roles[role]] as const)}
        onChange={(role) => onChange({ role })}
      />
    </div>
  );
}
