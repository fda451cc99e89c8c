import { useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { iconButtonClass } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Note } from '../../design/Note.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Person, PersonId, Side } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { useJob } from '../departments/departments.ts';
import { directoryQuery } from './directory.ts';
import { usePerson } from './people.ts';
import styles from './PersonPicker.module.css';

interface Props {
  label: string;
  hint?: string;
  chosen: readonly PersonId[];
  /// Only people of this side can be chosen.
  side?: Side;
  atMost: number;
  error?: string | undefined;
  onChange: (chosen: PersonId[]) => void;
}

const shown = 6;

/// Chooses one or a few colleagues by name. With one, another choice takes its place.
export function PersonPicker({ label, hint, chosen, side, atMost, error, onChange }: Props) {
  const text = useLaterText();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const found = useQuery({ ...directoryQuery({ search, side }), enabled: search.length > 1 });
  const people = search.length > 1 ? (found.data?.pages[0]?.items ?? []) : [];
  const choices = people.filter(({ id }) => !chosen.includes(id)).slice(0, shown);
  const isFull = atMost > 1 && chosen.length >= atMost;
  const choose = (id: PersonId) => {
    setTyped('');
    onChange(atMost === 1 ? [id] : [...chosen, id]);
  };
  return (
    <div className={styles.picker}>
      <Field
        label={label}
        {...(hint === undefined ? {} : { hint })}
        error={error}
        type="search"
        autoComplete="off"
        placeholder={text.people.searchName}
        maxLength={40}
        disabled={isFull}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
        after={<Search size={18} aria-hidden className={styles.glass} />}
      />
      <div role="status">
        {found.isError && <Note tone="failure">{text.errors[errorKey(found.error)]}</Note>}
        {search.length > 1 && found.isSuccess && choices.length === 0 && (
          <p className={styles.none}>{text.members.noCandidates(search)}</p>
        )}
      </div>
      {choices.length > 0 && (
        <ul role="list" className={styles.found}>
          {choices.map((person) => (
            <Found key={person.id} person={person} onChoose={choose} />
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ul role="list" aria-label={label} className={styles.chosen}>
          {chosen.map((id) => (
            <Chosen
              key={id}
              id={id}
              onRemove={() => {
                onChange(chosen.filter((each) => each !== id));
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Found({ person, onChoose }: { person: Person; onChoose: (id: PersonId) => void }) {
  const job = useJob(person);
  return (
    <li>
      <button
        type="button"
        className={styles.choice}
        onClick={() => {
          onChoose(person.id);
        }}
      >
        <Avatar id={person.id} name={person.name} colour={person.colour} size="small" />
        <span className={styles.who}>
          {person.name}
          <span className={styles.job}>{job}</span>
        </span>
      </button>
    </li>
  );
}

function Chosen({ id, onRemove }: { id: PersonId; onRemove: () => void }) {
  const text = useLaterText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.pick}>
      <Avatar id={id} name={name} colour={person?.colour} size="small" />
      {name}
      <button type="button" className={iconButtonClass} aria-label={text.people.takeOut(name)} onClick={onRemove}>
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}
