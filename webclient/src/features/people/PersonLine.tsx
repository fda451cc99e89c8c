import { Avatar } from '../../design/Avatar.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PersonId } from '../../protocol/generated.ts';
import { usePerson } from './people.ts';
import styles from './PersonLine.module.css';
import { PersonName } from './PersonName.tsx';

/// A person as a line of a list: one who voted, or who comes.
export function PersonLine({ id }: { id: PersonId }) {
  const text = useText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.line}>
      <Avatar id={id} name={name} colour={person?.colour} size="small" />
      <PersonName person={person} otherwise={name} />
    </li>
  );
}
