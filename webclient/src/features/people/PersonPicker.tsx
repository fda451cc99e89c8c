import { useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Note } from '../../design/Note.tsx';
import { Picker } from '../../design/Picker.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Person, PersonId } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { type PeopleSource, useFound } from './finding.ts';
import { usePeople } from './people.ts';
import styles from './PersonPicker.module.css';

interface Props {
  label: string;
  hint?: string | undefined;
  among: PeopleSource;
  chosen: readonly PersonId[];
  atMost: number;
  error?: string | undefined;
  onChange: (chosen: PersonId[]) => void;
}

/// Chooses one or a few people by name.
export function PersonPicker({ label, hint, among, chosen, atMost, error, onChange }: Props) {
  const text = useLaterText();
  const [typed, setTyped] = useState('');
  const known = usePeople(chosen);
  const found = useFound(among, typed);
  return (
    <div className={styles.picker}>
      <Picker<Person>
        label={label}
        hint={hint}
        error={error}
        chosen={chosen.map((id) => ({ id, name: known.get(id)?.name ?? text.post.unknownAuthor }))}
        atMost={atMost}
        typed={typed}
        found={found.people}
        isAnswer={found.isAnswer}
        offersAtOnce={among.letters === 0}
        words={{ placeholder: text.people.searchName, full: text.people.full(atMost), none: text.members.noCandidates(typed.trim()) }}
        picture={({ id, name }) => <Avatar id={id} name={name} colour={known.get(id)?.colour} size="small" />}
        onTyped={setTyped}
        onChange={onChange}
      >
        {(person) => <Choice person={person} />}
      </Picker>
      {found.error && <Note tone="failure">{text.errors[errorKey(found.error)]}</Note>}
    </div>
  );
}

function Choice({ person }: { person: Person }) {
  const { id, name, colour } = person;
  const job = useJob(person);
  return (
    <>
      <Avatar id={id} name={name} colour={colour} size="small" />
      <span className={styles.who}>
        <span>{name}</span>
        {job && <span className={styles.job}> {job}</span>}
      </span>
    </>
  );
}
