import { Link } from '@tanstack/react-router';
import { useLaterText } from '../../i18n/text.tsx';
import type { Department, PersonId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import styles from './DepartmentPage.module.css';

/// Whom to turn to.
export function DepartmentPeople({ department }: { department: Department }) {
  const { departments: text } = useLaterText();
  const { id, heads, deputies, partner } = department;
  return (
    <>
      <Group heading={text.headsOf(heads.length)} people={heads} />
      <Group heading={text.deputies} people={deputies} />
      <Group heading={text.partner} people={partner === undefined ? [] : [partner]} />
      <p>
        <Link to="/people" search={{ department: id }}>
          {text.everyoneHere}
        </Link>
      </p>
    </>
  );
}

function Group({ heading, people }: { heading: string; people: readonly PersonId[] }) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul role="list" className={styles.list}>
        {people.map((id) => (
          <One key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}

function One({ id }: { id: PersonId }) {
  const text = useLaterText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.person}>
      <PresentAvatar id={id} name={name} colour={person?.colour} size="small" />
      <div>
        <PersonName person={person} otherwise={name} />
        <p className={styles.job}>{person?.suspended === true ? text.members.suspended : person?.title}</p>
      </div>
    </li>
  );
}
