import { Link } from '@tanstack/react-router';
import { Avatar } from '../../design/Avatar.tsx';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { ManagedAccount } from '../../protocol/generated.ts';
import { useDepartment } from '../departments/departments.ts';
import styles from './AccountsPage.module.css';

export function AccountRow({ account }: { account: ManagedAccount }) {
  const text = useLaterText();
  const { person, email, personnel_number: number, role } = account;
  const department = useDepartment(person.department);
  return (
    <div role="row" className={styles.row}>
      <div role="rowheader" className={styles.who}>
        <Avatar id={person.id} name={person.name} colour={person.colour} size="small" />
        <span className={styles.whoWords}>
          <Link to="/admin/people/$person" params={{ person: String(person.id) }} className={styles.name}>
            {person.name}
          </Link>
          {person.title !== '' && <span className={styles.job}>{person.title}</span>}
        </span>
      </div>
      <div role="cell" className={styles.department}>
        {department?.name ?? ''}
      </div>
      <div role="cell" className={styles.login}>
        {[email, number].filter(Boolean).map((login) => (
          <span key={login}>{login}</span>
        ))}
      </div>
      <div role="cell" className={styles.role} data-plain={role === 'employee' || undefined}>
        {text.account.roles[role]}
      </div>
      <div role="cell" className={styles.state}>
        <State account={account} />
      </div>
    </div>
  );
}

/// A word for each state; for who simply comes in, when that was.
export function State({ account }: { account: ManagedAccount }) {
  const words = useLaterText().managedAccounts;
  if (account.state === 'suspended') return <strong className={styles.suspended}>{words.states.suspended}</strong>;
  if (account.last_seen_at !== undefined) return <Time at={account.last_seen_at} />;
  return (
    <span className={styles.waiting}>
      {account.invited_until === undefined ? words.states.waiting : words.invited}
    </span>
  );
}
