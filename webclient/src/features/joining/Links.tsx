import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Select } from '../../design/Select.tsx';
import { ShownOnce } from '../../design/ShownOnce.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { GroupId, InvitationLink } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { attempt } from './attempt.ts';
import { addressOf, createLink, linksQuery, revokeLink } from './links.ts';
import styles from './Links.module.css';
import rows from './Rows.module.css';

const days = ['1', '7', '14', '30'] as const;
const uses = ['1', '10', '50', '100', '500'] as const;

/// Links that let in whoever follows them: made, seen and revoked by owners.
export function Links({ group }: { group: GroupId }) {
  const text = useLaterText();
  const links = useQuery(linksQuery(group));
  const [chosenDays, setDays] = useState<(typeof days)[number]>('7');
  const [chosenUses, setUses] = useState<(typeof uses)[number]>('10');
  const [made, setMade] = useState<string>();
  const make = async () => {
    const link = await attempt(text, () => createLink(group, Number(chosenDays), Number(chosenUses)));
    if (link) setMade(addressOf(link.token));
  };
  return (
    <div className={styles.links}>
      <p className={styles.hint}>{text.joining.linksHint}</p>
      <div className={styles.form}>
        <Select
          label={text.joining.linkDays}
          value={chosenDays}
          choices={days.map((n) => [n, text.joining.days(Number(n))])}
          onChange={setDays}
        />
        <Select
          label={text.joining.linkUses}
          value={chosenUses}
          choices={uses.map((n) => [n, text.joining.people(Number(n))])}
          onChange={setUses}
        />
        <Button onClick={make}>{text.joining.makeLink}</Button>
      </div>
      {made !== undefined && (
        <ShownOnce
          address={made}
          hint={text.joining.linkOnce}
          copy={text.post.copyLink}
          copied={text.post.copied}
          copyFailed={text.post.copyFailed}
        />
      )}
      {links.isPending && <Skeleton kind="rows" />}
      {links.isError && <Note tone="failure">{text.errors[errorKey(links.error)]}</Note>}
      {links.data && links.data.length > 0 && (
        <ul role="list" aria-label={text.joining.openLinks} className={rows.list}>
          {links.data.map((link) => (
            <Row key={link.id} link={link} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ link }: { link: InvitationLink }) {
  const text = useLaterText();
  const moments = useMoments();
  const maker = usePerson(link.maker)?.name ?? text.post.unknownAuthor;
  const until = moments.date(link.expires_at);
  return (
    <li className={rows.row}>
      <div className={rows.about}>
        <p className={rows.name}>{text.joining.linkUsed(link.used, link.uses)}</p>
        <p className={rows.facts}>{text.joining.linkFacts(maker, until)}</p>
      </div>
      <Button
        aria-label={text.joining.revokeLink(maker, until)}
        onClick={() => attempt(text, () => revokeLink(link.group, link.id), () => text.joining.linkRevoked)}
      >
        {text.joining.revoke}
      </Button>
    </li>
  );
}
