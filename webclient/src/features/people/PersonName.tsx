import { Link } from '@tanstack/react-router';
import type { Person } from '../../protocol/generated.ts';
import styles from './PersonName.module.css';

interface Props {
  person: Person | undefined;
  /// For somebody unknown.
  otherwise: string;
  /// In place of the name, where a sentence has another word for who it is.
  called?: string | undefined;
}

/// A name that leads to the profile; the words as they are for somebody unknown.
export function PersonName({ person, otherwise, called }: Props) {
  if (!person) return otherwise;
  return (
    <Link to="/people/$person" params={{ person: String(person.id) }} className={styles.name}>
      {called ?? person.name}
    </Link>
  );
}
