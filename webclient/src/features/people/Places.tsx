import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import styles from './Places.module.css';

/// The two ways to find somebody: by who they are, and by what they do.
export function Places() {
  const text = useLaterText();
  return (
    <nav className={styles.places} aria-label={text.people.places}>
      <Link to="/people" activeOptions={{ exact: true, includeSearch: false }} className={styles.place}>
        {text.people.everyone}
      </Link>
      <Link to="/departments" activeOptions={{ exact: true }} className={styles.place}>
        {text.departments.title}
      </Link>
    </nav>
  );
}
