import { useQuery } from '@tanstack/react-query';
import { Avatar } from '../../design/Avatar.tsx';
import { Button } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupId, Invitation } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { attempt } from './attempt.ts';
import rows from './Rows.module.css';
import { Section } from './Section.tsx';
import { invitationsQuery, withdrawInvitation } from './waiting.ts';

/// Who was invited and has not answered. Nothing when there is nobody.
export function OpenInvitations({ group }: { group: GroupId }) {
  const text = useLaterText();
  const { data: invitations } = useQuery(invitationsQuery(group));
  if (!invitations || invitations.length === 0) return null;
  return (
    <Section title={text.joining.openInvitations} count={invitations.length}>
      <ul role="list" className={rows.list}>
        {invitations.map((invitation) => (
          <Row key={invitation.person} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ invitation: { group, person: id, inviter, role, since } }: { invitation: Invitation }) {
  const text = useLaterText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  const by = usePerson(inviter)?.name ?? text.post.unknownAuthor;
  return (
    <li className={rows.row}>
      <Avatar id={id} name={name} colour={person?.colour} />
      <div className={rows.about}>
        <p className={rows.name}>{name}</p>
        <p className={rows.facts}>
          {person?.suspended === true ? text.members.suspended : text.joining.invitedBy(by, text.groups.roles[role])}
          {' · '}
          <Time at={since} />
        </p>
      </div>
      <Button
        aria-label={text.joining.withdrawInvitation(name)}
        onClick={() => attempt(text, () => withdrawInvitation(group, id), () => text.joining.invitationWithdrawn(name))}
      >
        {text.joining.withdraw}
      </Button>
    </li>
  );
}
