import { Fragment, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Avatar } from '../../design/Avatar.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PersonId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useJob } from '../departments/departments.ts';
import { usePeople, usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { named } from './named.ts';
import styles from './PraisedBand.module.css';
import { Stones } from './Stones.tsx';

const mostFaces = 3;

/// Whom a praise is for, as a piece of the square on which they stand.
export function PraisedBand({ people }: { people: readonly PersonId[] }) {
  const text = useText();
  const me = useMyself()?.person.id;
  const words = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { first, others } = named(people, me);
  const isFolded = others.length > 0 && !isOpen;
  const shown = isFolded ? first : [...first, ...others];
  // The button goes: reading goes on where the names begin.
  const open = () => {
    flushSync(() => setOpen(true));
    words.current?.focus();
  };
  const before = (at: number) => (at === 0 ? ' ' : at === shown.length - 1 && !isFolded ? ` ${text.praise.and} ` : ', ');
  return (
    <div className={styles.band} data-one={people.length === 1 || undefined} data-own={(me !== undefined && people.includes(me)) || undefined}>
      <Faces people={shown.slice(0, mostFaces)} />
      <div className={styles.whom}>
        <p ref={words} tabIndex={-1} className={styles.words}>
          <span className={styles.for}>{text.praise.for}</span>
          {shown.map((id, at) => (
            <Fragment key={id}>
              {before(at)}
              <Name id={id} isMe={id === me} />
            </Fragment>
          ))}
          {isFolded && (
            <>
              {` ${text.praise.and} `}
              <button type="button" className={styles.others} aria-expanded={false} onClick={open}>
                {text.praise.others(others.length)}
              </button>
            </>
          )}
        </p>
        {people.length === 1 && first[0] !== undefined && <Job id={first[0]} />}
      </div>
      <Stones className={styles.stones} />
    </div>
  );
}

/// One face is larger: there is room for it.
function Faces({ people }: { people: readonly PersonId[] }) {
  const known = usePeople(people);
  return (
    <span className={styles.faces}>
      {people.map((id) => (
        <Avatar key={id} id={id} name={known.get(id)?.name ?? ''} colour={known.get(id)?.colour} size={people.length === 1 ? 'large' : 'normal'} />
      ))}
    </span>
  );
}

function Name({ id, isMe }: { id: PersonId; isMe: boolean }) {
  const text = useText();
  const person = usePerson(id);
  return (
    <span className={styles.name}>
      <PersonName person={person} otherwise={text.praise.somebody} called={isMe ? text.praise.you : undefined} />
    </span>
  );
}

function Job({ id }: { id: PersonId }) {
  const job = useJob(usePerson(id));
  return job ? <p className={styles.job}>{job}</p> : null;
}
