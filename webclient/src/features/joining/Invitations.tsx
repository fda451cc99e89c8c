import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { OwnStanding, PersonId } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { attempt } from './attempt.ts';
import rows from './Rows.module.css';
import { Section } from './Section.tsx';
import { acceptInvitation, declineInvitation, useStandings } from './standings.ts';

/// Groups that the reader is invited to; nothing when there are none.
export function Invitations() {
  const text = useLaterText();
  const invitations = useStandings('invited');
  if (invitations.length === 0) return null;
  return (
    <Section title={text.joining.invitations}>
      <ul role="list" className={rows.list}>
        {invitations.map(
          (own) => own.inviter !== undefined && <Invitation key={own.sign.group} own={own} inviter={own.inviter} />,
        )}
      </ul>
    </Section>
  );
}

function Invitation({ own: { sign, role }, inviter }: { own: OwnStanding; inviter: PersonId }) {
  const text = useLaterText();
  const navigate = useNavigate();
  const name = usePerson(inviter)?.name ?? text.post.unknownAuthor;
  const words = role === 'guest' ? text.joining.joinedAsGuest : text.joining.joined;
  const accept = async () => {
    const standing = await attempt(text, () => acceptInvitation(sign.group), () => words(sign.name));
    if (standing === 'member') await navigate({ to: '/g/$group', params: { group: String(sign.group) } });
  };
  return (
    <li className={rows.row}>
      <CoverTile colour={sign.colour} cover={sign.cover} />
      <div className={rows.about}>
        <p className={rows.name}>{text.joining.invites(name, sign.name)}</p>
        {role !== undefined && role !== 'member' && (
          <p className={rows.facts}>{text.joining.invitedAs(text.groups.roles[role])}</p>
        )}
      </div>
      <div className={rows.actions}>
        <Button aria-label={text.joining.declineGroup(sign.name)} onClick={() => attempt(text, () => declineInvitation(sign.group))}>
          {text.joining.decline}
        </Button>
        <Button look="primary" aria-label={text.joining.joinGroup(sign.name)} onClick={accept}>
          {text.joining.join}
        </Button>
      </div>
    </li>
  );
}
