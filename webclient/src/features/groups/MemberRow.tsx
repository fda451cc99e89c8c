import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { iconButtonClass } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { complain, say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Group, GroupRole, Member } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { useDepartment, useJob } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { PresenceWords } from '../presence/PresenceWords.tsx';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import styles from './MemberRow.module.css';
import { removeMember, setMember } from './members.ts';

interface Props {
  member: Member;
  group: Group;
  isManaged: boolean;
}

export function MemberRow({ member, group, isManaged }: Props) {
  const text = useLaterText();
  const person = usePerson(member.person);
  const job = useJob(person);
  const isMe = useMe().person.id === member.person;
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.row}>
      <PresentAvatar id={member.person} name={name} colour={person?.colour} />
      <div className={styles.who}>
        <p className={styles.name}>
          <PersonName person={person} otherwise={name} />
          {isMe && <span className={styles.you}> ({text.members.you})</span>}
        </p>
        <p className={styles.job}>
          {person?.suspended === true ? text.members.suspended : job}
          <PresenceWords person={member.person} isAfterWords={job !== ''} />
        </p>
      </div>
      {isManaged && !isMe ? (
        <Manage member={member} group={group} name={name} />
      ) : (
        <Role member={member} />
      )}
    </li>
  );
}

function Role({ member: { role, until } }: { member: Member }) {
  const text = useLaterText();
  const moments = useMoments();
  return (
    <p className={styles.role}>
      {until === undefined ? text.groups.roles[role] : text.emergency.role(moments.time(Date.parse(until)))}
    </p>
  );
}

function Manage({ member, group, name }: { member: Member; group: Group; name: string }) {
  const text = useLaterText();
  const isExternal = useDepartment(usePerson(member.person)?.department)?.side === 'external';
  const [isAsking, setAsking] = useState(false);
  const roles: GroupRole[] = isExternal ? ['guest'] : ['owner', 'moderator', 'member', 'guest'];

  const attempt = async (act: () => Promise<void>, done: string) => {
    try {
      await act();
      say(done);
    } catch (error) {
      const key = errorKey(error);
      complain(key === 'last_owner' ? text.members.lastOwner : text.errors[key]);
    }
  };

  return (
    <div className={styles.manage}>
      {member.until === undefined ? (
          <select
            aria-label={text.members.role(name)}
            className={styles.choice}
            value={member.role}
            onChange={({ target }) => {
              const role = target.value as GroupRole;
              void attempt(
                () => setMember(group.id, member.person, role),
                text.members.changed(name, text.groups.roles[role]),
              );
            }}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {text.groups.roles[role]}
              </option>
            ))}
          </select>
      ) : (
        <Role member={member} />
      )}
      <button
        type="button"
        className={iconButtonClass}
        aria-label={text.members.removePerson(name)}
        title={text.members.remove}
        onClick={() => {
          setAsking(true);
        }}
      >
        <UserMinus size={18} aria-hidden />
      </button>
      {isAsking && (
        <Confirm
          title={text.members.removeTitle(name)}
          action={text.members.remove}
          onConfirm={() => void attempt(() => removeMember(group.id, member.person), text.members.removed(name))}
          onClose={() => {
            setAsking(false);
          }}
        >
          {text.members.removeText(name, group.name)}
        </Confirm>
      )}
    </div>
  );
}
