import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLandmark } from 'react-aria/useLandmark';
import { Avatar } from '../../design/Avatar.tsx';
import { useText } from '../../i18n/text.tsx';
import type { GroupView, PersonId, TabView } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { useAudience } from './audience.ts';
import styles from './GroupAside.module.css';
import { membersQuery } from './members.ts';

/// Beside the feed, where there is room: what this place is for, who reads it, and whom to turn to.
export function GroupAside({ view, chosen }: { view: GroupView; chosen: TabView | undefined }) {
  const text = useText();
  const aside = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: 'complementary', 'aria-label': text.app.regions.context }, aside);
  const audience = useAudience(view, chosen);
  const isMember = view.role !== 'guest';
  return (
    <aside ref={aside} className={styles.aside} {...landmarkProps}>
      <section>
        <h2>{text.groups.about}</h2>
        <p>{view.group.purpose}</p>
      </section>
      <section>
        <h2>{text.groups.whoReads}</h2>
        <p>{audience === undefined ? text.groups.visibilityHint[view.group.visibility] : `${audience}.`}</p>
      </section>
      {isMember && <Owners group={view.group.id} />}
    </aside>
  );
}

function Owners({ group }: { group: number }) {
  const text = useText();
  const { data } = useQuery(membersQuery(group));
  const owners = data?.pages.flatMap((page) => page.items).filter(({ role }) => role === 'owner') ?? [];
  if (owners.length === 0) return null;
  return (
    <section>
      <h2>{text.groups.owners}</h2>
      <ul role="list" className={styles.owners}>
        {owners.map(({ person }) => (
          <Owner key={person} id={person} />
        ))}
      </ul>
    </section>
  );
}

function Owner({ id }: { id: PersonId }) {
  const person = usePerson(id);
  const job = useJob(person);
  if (!person) return null;
  return (
    <li className={styles.owner}>
      <Avatar id={id} name={person.name} colour={person.colour} size="small" />
      <div>
        <PersonName person={person} otherwise={person.name} />
        <p className={styles.job}>{job}</p>
      </div>
    </li>
  );
}
