import { Link } from '@tanstack/react-router';
import type { Person } from '../../protocol/generated.ts';
import styles from './PersonName.module.css';

/// A name that leads to the profile; the words as they are for somebody unknown.
export function PersonName({ person, otherwise }: { person: Person | undefined; otherwise: string }) {
  if (!person) return otherwise;
  return (
    <Link to="/people/$person" params={{ person: String(person.id) }} className={styles.name}>
      {person.name}
    </Link>
  );
}
