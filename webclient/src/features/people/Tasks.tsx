import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department, Person } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useOpenDepartments } from '../departments/departments.ts';
import { useServices } from '../departments/services.ts';
import styles from './ProfilePage.module.css';

/// What this person stands for in the organisation: departments, services, processes.
export function Tasks({ person }: { person: Person }) {
  return useMe().role === 'guest' ? null : <TasksOf person={person} />;
}

function TasksOf({ person: { id } }: { person: Person }) {
  const { profile: text } = useLaterText();
  const departments = useOpenDepartments();
  const services = useServices().filter(({ owner }) => owner === id);
  const of = (is: (department: Department) => boolean) => departments.filter(is);
  const tasks: { label: string; department: number; name: string }[] = [
    ...of(({ heads }) => heads.includes(id)).map((each) => ({ label: text.heads, department: each.id, name: each.name })),
    ...of(({ deputies }) => deputies.includes(id)).map((each) => ({
      label: text.deputises,
      department: each.id,
      name: each.name,
    })),
    ...of(({ partner }) => partner === id).map((each) => ({ label: text.partners, department: each.id, name: each.name })),
    ...services.map(({ kind, department, name }) => ({ label: text.owns[kind], department, name })),
  ];
  if (tasks.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.tasks}</h2>
      <ul role="list" className={styles.links}>
        {tasks.map(({ label, department, name }) => (
          <li key={`${label}${name}`}>
            {label}{' '}
            <Link to="/departments/$department" params={{ department: String(department) }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
