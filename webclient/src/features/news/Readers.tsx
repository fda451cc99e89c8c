import { useId } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { PersonId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import styles from './ConfirmationsDialog.module.css';

interface Reader {
  person: PersonId;
  /// When they confirmed it.
  at?: string;
}

interface Props {
  title: string;
  /// Not everyone need be among `readers`.
  count: number;
  /// What stands there instead.
  none: string;
  readers: readonly Reader[];
}

/// Those who confirmed news, or who did not.
export function Readers({ title, count, none, readers }: Props) {
  const { confirmations: words } = useLaterText().news;
  const id = useId();
  const others = count - readers.length;
  return (
    <section aria-labelledby={id} className={styles.readers}>
      <header className={styles.header}>
        <h3 id={id}>{title}</h3>
        {count > 0 && <p className={styles.count}>{words.people(count)}</p>}
      </header>
      {count === 0 && <p className={styles.hint}>{none}</p>}
      <ul role="list" aria-labelledby={id}>
        {readers.map((reader) => (
          <Line key={reader.person} {...reader} />
        ))}
      </ul>
      {others > 0 && <p className={styles.hint}>{words.others(others)}</p>}
    </section>
  );
}

function Line({ person: id, at }: Reader) {
  const text = useLaterText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.reader}>
      <Avatar id={id} name={name} colour={person?.colour} size="small" />
      <span className={styles.name}>
        <PersonName person={person} otherwise={name} />
      </span>
      {at !== undefined && <Time at={at} className={styles.at} />}
    </li>
  );
}
