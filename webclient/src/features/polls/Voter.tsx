import { Avatar } from '../../design/Avatar.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PersonId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import styles from './Voter.module.css';

/// One of those who voted, in a list.
export function Voter({ id }: { id: PersonId }) {
  const text = useText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.voter}>
      <Avatar id={id} name={name} colour={person?.colour} size="small" />
      <PersonName person={person} otherwise={name} />
    </li>
  );
}
