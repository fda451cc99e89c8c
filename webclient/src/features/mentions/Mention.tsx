import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { DepartmentId, MarkdownNode, PersonId } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useDepartment } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import styles from './Mention.module.css';

/// Who is named in a text, by the name they have now, and the way to them.
export function Mention({ node: { person, department, text = '' } }: { node: MarkdownNode }): ReactNode {
  if (person !== undefined) return <OfPerson id={person} otherwise={text} />;
  if (department !== undefined) return <OfDepartment id={department} otherwise={text} />;
  return text;
}

/// As an author's name: it leads to the profile of whoever is known.
function OfPerson({ id, otherwise }: { id: PersonId; otherwise: string }) {
  const text = useText();
  const person = usePerson(id);
  const isMe = useMyself()?.person.id === id;
  if (!person) return <span className={styles.mention}>{otherwise}</span>;
  return (
    <Link to="/people/$person" params={{ person: String(id) }} className={styles.mention} data-own={isMe || undefined}>
      @{person.name}
      {isMe && <span className="hidden-visually"> {text.mentions.you}</span>}
    </Link>
  );
}

/// Guests read its name and have no page of it.
function OfDepartment({ id, otherwise }: { id: DepartmentId; otherwise: string }) {
  const department = useDepartment(id);
  const isGuest = useMyself()?.role === 'guest';
  const shown = department ? `@${department.name}` : otherwise;
  if (!department || isGuest) return <span className={styles.mention}>{shown}</span>;
  return (
    <Link to="/departments/$department" params={{ department: String(id) }} className={styles.mention}>
      {shown}
    </Link>
  );
}
