import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { Field } from '../../design/Field.tsx';
import { Note } from '../../design/Note.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupId, GroupRole, GroupStanding, Person } from '../../protocol/generated.ts';
import { useSettled } from '../../state/useSettled.ts';
import { useDepartment, useJob } from '../departments/departments.ts';
import { attempt } from '../joining/attempt.ts';
import { invitationsQuery, invite } from '../joining/waiting.ts';
import styles from './AddMember.module.css';
import { candidatesQuery, setMember } from './members.ts';

/// Finds colleagues who are not in yet: an owner invites them, or lets them in right away.
export function AddMember({ group }: { group: GroupId }) {
  const text = useLaterText();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const found = useQuery(candidatesQuery(group, search));
  const [role, setRole] = useState<'member' | 'moderator'>('member');
  return (
    <section className={styles.add} aria-label={text.members.add}>
      <Field
        label={text.members.add}
        type="search"
        placeholder={text.members.search}
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
        after={<Search size={18} aria-hidden className={styles.glass} />}
      />
      <div role="status">
        {found.data?.length === 0 && <p className={styles.none}>{text.members.noCandidates(search)}</p>}
        {found.isError && <Note tone="failure">{text.errors[errorKey(found.error)]}</Note>}
      </div>
      {found.data && found.data.length > 0 && (
        <>
          <Segmented
            label={text.joining.comesInAs}
            showLabel
            value={role}
            choices={(['member', 'moderator'] as const).map((each) => [each, text.groups.roles[each]] as const)}
            onChange={setRole}
          />
          <ul role="list" className={styles.list}>
            {found.data.map((person) => (
              <Candidate key={person.id} group={group} person={person} as={role} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/// People from outside come in as guests, whatever was chosen.
function Candidate({ group, person, as }: { group: GroupId; person: Person; as: GroupRole }) {
  const text = useLaterText();
  const job = useJob(person);
  const isExternal = useDepartment(person.department)?.side === 'external';
  const role = isExternal ? 'guest' : as;
  const isInvited = useQuery(invitationsQuery(group)).data?.some((invitation) => invitation.person === person.id) === true;
  const outcome = (standing: GroupStanding) =>
    standing === 'member' ? text.joining.isIn(person.name) : text.joining.invited(person.name);
  return (
    <li className={styles.row}>
      <Avatar id={person.id} name={person.name} colour={person.colour} size="small" />
      <div className={styles.who}>
        {person.name}
        <p className={styles.job}>{isExternal ? `${job}. ${text.members.externalGuest}` : job}</p>
      </div>
      <Button
        look="quiet"
        aria-label={isInvited ? `${text.joining.isInvited}: ${person.name}` : text.joining.invitePerson(person.name)}
        aria-disabled={isInvited}
        onClick={() => attempt(text, () => invite(group, person.id, role), outcome)}
      >
        {isInvited ? text.joining.isInvited : text.joining.invite}
      </Button>
      <Button
        aria-label={text.members.addPerson(person.name)}
        onClick={() => attempt(text, () => setMember(group, person.id, role), () => text.members.added(person.name))}
      >
        {text.members.addShort}
      </Button>
    </li>
  );
}
