import { Link } from '@tanstack/react-router';
import type { Person } from '../../protocol/generated.ts';
import { useDepartment } from '../departments/departments.ts';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import styles from './PeoplePage.module.css';

/// One colleague in the directory: the row leads to the profile.
export function PersonRow({ person }: { person: Person }) {
  const department = useDepartment(person.department);
  return (
    <li className={styles.item}>
      <Link to="/people/$person" params={{ person: String(person.id) }} className={styles.row}>
        <PresentAvatar id={person.id} name={person.name} colour={person.colour} />
        <span className={styles.who}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.job}>{person.title}</span>
        </span>
        <span className={styles.department}>{department?.name}</span>
      </Link>
    </li>
  );
}
