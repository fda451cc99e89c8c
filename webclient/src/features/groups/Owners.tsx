import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import type { Group, Member, Side } from '../../protocol/generated.ts';
import { departmentsQuery, sides, useJob } from '../departments/departments.ts';
import { usePeople, usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import { ownersQuery } from './members.ts';
import styles from './Owners.module.css';

/// A work group stands between these two.
const needed: readonly Side[] = ['ssc', 'business'];

interface Props {
  group: Group;
  isOwner: boolean;
  className?: string | undefined;
}

/// To whom a group belongs, by side. What is missing is said to those who can do something about it.
export function Owners({ group, isOwner, className }: Props) {
  const text = useText();
  const { items: owners } = useQuery(ownersQuery(group.id)).data ?? {};
  const bySide = useSides(owners ?? []);
  if (!owners || !bySide) return null;
  const missing = group.kind === 'work' && isOwner ? needed.filter((side) => !bySide.has(side)) : [];
  const isMixed = bySide.size > 1;
  return (
    <section className={className}>
      <h2>{text.groups.owners}</h2>
      {[...sides, undefined].map((side) => {
        const ofSide = bySide.get(side);
        if (!ofSide) return null;
        return (
          <div key={side ?? 'none'} className={styles.side}>
            {isMixed && side && <h3 className={styles.sideName}>{text.charter.sides[side]}</h3>}
            <ul role="list" className={styles.owners}>
              {ofSide.map(({ person }) => (
                <Owner key={person} id={person} />
              ))}
            </ul>
          </div>
        );
      })}
      {missing.map((side) => (
        <p key={side} className={styles.missing}>
          {text.charter.noOwner[side === 'ssc' ? 'ssc' : 'business']}
        </p>
      ))}
    </section>
  );
}

/// Nothing as long as the departments are not known.
function useSides(owners: readonly Member[]): Map<Side | undefined, Member[]> | undefined {
  const { data: departments } = useQuery(departmentsQuery);
  const people = usePeople(owners.map(({ person }) => person));
  if (!departments) return undefined;
  const bySide = new Map<Side | undefined, Member[]>();
  for (const owner of owners) {
    const department = people.get(owner.person)?.department;
    const side = department === undefined ? undefined : departments.items.find(({ id }) => id === department)?.side;
    bySide.set(side, [...(bySide.get(side) ?? []), owner]);
  }
  return bySide;
}

function Owner({ id }: { id: number }) {
  const person = usePerson(id);
  const job = useJob(person);
  if (!person) return null;
  return (
    <li className={styles.owner}>
      <PresentAvatar id={id} name={person.name} colour={person.colour} size="small" />
      <div>
        <PersonName person={person} otherwise={person.name} />
        <p className={styles.job}>{job}</p>
      </div>
    </li>
  );
}
