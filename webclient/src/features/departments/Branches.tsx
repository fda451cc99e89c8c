import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import styles from './DepartmentsPage.module.css';
import type { Branch } from './departments.ts';
import { OpenNow } from './OpenNow.tsx';
import { useServices } from './services.ts';

/// A part of the tree; what hangs below stands further in.
export function Branches({ branches }: { branches: readonly Branch[] }) {
  const isGuest = useMe().role === 'guest';
  return (
    <ul role="list" className={styles.branches}>
      {branches.map(({ department, below }) => (
        <li key={department.id}>
          {isGuest ? <p className={styles.name}>{department.name}</p> : <Row department={department} />}
          {below.length > 0 && <Branches branches={below} />}
        </li>
      ))}
    </ul>
  );
}

function Row({ department }: { department: Department }) {
  const services = useServices().filter((service) => service.department === department.id);
  return (
    <div className={styles.row}>
      <div>
        <h3 className={styles.name}>
          <Link to="/departments/$department" params={{ department: String(department.id) }}>
            {department.name}
          </Link>
        </h3>
        <OpenNow department={department} />
      </div>
      <div className={styles.what}>
        {services.length > 0 && <p>{services.map(({ name }) => name).join(', ')}</p>}
        <People department={department} />
      </div>
    </div>
  );
}

function People({ department: { heads, partner } }: { department: Department }) {
  const { departments: text } = useLaterText();
  return (
    <p className={styles.people}>
      {heads.map((head, index) => (
        <span key={head}>
          {index > 0 && ', '}
          <Name id={head} />
        </span>
      ))}
      {partner !== undefined && (
        <span>
          {text.partner}: <Name id={partner} />
        </span>
      )}
    </p>
  );
}

const Name = ({ id }: { id: number }) => <PersonName person={usePerson(id)} otherwise="…" />;
