import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department, Service } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import styles from './DepartmentsPage.module.css';
import { useServices } from './services.ts';

/// Departments and services in whose name or description the words stand.
export function Found({ search, departments }: { search: string; departments: readonly Department[] }) {
  const { departments: text } = useLaterText();
  const words = search.split(/\s+/);
  const fits = (...parts: string[]) => {
    const whole = parts.join(' ').toLocaleLowerCase();
    return words.every((word) => whole.includes(word));
  };
  const open = departments.filter(({ archived }) => !archived);
  const found = open.filter(({ name, description }) => fits(name, description));
  const services = useServices().filter(({ name, description, department }) =>
    fits(name, description, open.find(({ id }) => id === department)?.name ?? ''),
  );
  const count = found.length + services.length;
  return (
    <>
      <p role="status" className="hidden-visually">
        {text.found(count)}
      </p>
      {count === 0 && <EmptyState title={text.nothingFound} hint={text.nothingFoundHint} />}
      <ul role="list" className={styles.branches}>
        {services.map((service) => (
          <FoundService
            key={service.id}
            service={service}
            department={open.find(({ id }) => id === service.department)}
          />
        ))}
        {found.map(({ id, name, description }) => (
          <li key={id} className={styles.row}>
            <h2 className={styles.name}>
              <Link to="/departments/$department" params={{ department: String(id) }}>
                {name}
              </Link>
            </h2>
            <p className={styles.what}>{description}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function FoundService({ service, department }: { service: Service; department: Department | undefined }) {
  const text = useLaterText();
  const owner = usePerson(service.owner);
  return (
    <li className={styles.row}>
      <div>
        <h2 className={styles.name}>{service.name}</h2>
        <p className={styles.people}>{text.departments.kinds[service.kind]}</p>
      </div>
      <div className={styles.what}>
        {service.description !== '' && <p>{service.description}</p>}
        <p className={styles.people}>
          {department && (
            <Link to="/departments/$department" params={{ department: String(department.id) }}>
              {department.name}
            </Link>
          )}
          <span>
            {text.departments.owner[service.kind]}:{' '}
            <PersonName person={owner} otherwise={text.post.unknownAuthor} />
          </span>
        </p>
      </div>
    </li>
  );
}
