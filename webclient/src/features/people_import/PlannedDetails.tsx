import { useLaterText } from '../../i18n/text.tsx';
import type { AccountDetails, ImportColumn, ImportLine } from '../../protocol/generated.ts';
import { pathTo, useDepartments } from '../departments/departments.ts';
import styles from './PlannedDetails.module.css';

/// What becomes different of somebody, field by field: as it is, and as it would be.
export function Changed({ line: { changes, before, after } }: { line: ImportLine }) {
  const words = useLaterText().peopleImport;
  const told = useValues();
  if (!before || !after) return null;
  return (
    <dl className={styles.changes}>
      {changes.map((column) => (
        <div key={column}>
          <dt>{words.columns[column]}:</dt>
          <dd>{words.becomes(told(column, before) || words.nothing, told(column, after))}</dd>
        </div>
      ))}
    </dl>
  );
}

/// All that is known of somebody new, on a line.
export function Added({ details }: { details: AccountDetails }) {
  const told = useValues();
  const values = shown.map((column) => told(column, details)).filter(Boolean);
  return values.join(' · ');
}

const shown: readonly ImportColumn[] = ['personnel_number', 'email', 'department', 'title', 'role', 'language'];

/// How a value is written; empty when there is none.
function useValues(): (column: ImportColumn, details: AccountDetails) => string {
  const text = useLaterText();
  const departments = useDepartments();
  return (column, details) => {
    if (column === 'role') return text.account.roles[details.role];
    if (column === 'language') return text.app.languages[details.language];
    if (column !== 'department') return details[column] ?? '';
    const department = departments.find(({ id }) => id === details.department);
    if (!department) return '';
    const path = [...pathTo(departments, department), department].map(({ name }) => name);
    return [text.departments.sides[department.side], ...path].join(' › ');
  };
}
