import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState, PageMessage } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { LinkView } from '../../protocol/generated.ts';
import { attempt } from './attempt.ts';
import styles from './JoinPage.module.css';
import { followLink, isToken, linkQuery } from './links.ts';

/// Where an invitation link leads. The token stands behind the hash of the address.
export function JoinPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  const link = useQuery(linkQuery(token));
  if (!isToken(token) || hasCode(link.error, 'not_found')) return <Closed />;
  if (link.isError) return <ErrorState error={link.error} onRetry={() => void link.refetch()} />;
  return link.data ? <Open token={token} view={link.data} /> : <Skeleton kind="rows" />;
}

function Open({ token, view: { sign, purpose, standing, role } }: { token: string; view: LinkView }) {
  const text = useLaterText();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  usePageTitle(sign.name);
  const join = async () => {
    if (isBusy) return;
    setBusy(true);
    const group = await attempt(text, () => followLink(token), () => text.joining.joined(sign.name));
    setBusy(false);
    // The token leaves the address with this page.
    if (group !== undefined) await navigate({ to: '/g/$group', params: { group: String(group) }, replace: true });
  };
  return (
    <div className={styles.page}>
      <CoverTile size="large" colour={sign.colour} cover={sign.cover} />
      <p className={styles.lead}>{text.joining.linkLead}</p>
      <h1 className={styles.name}>{sign.name}</h1>
      {purpose !== '' && <p className={styles.purpose}>{purpose}</p>}
      {standing === 'member' ? (
        <Link to="/g/$group" params={{ group: String(sign.group) }} replace className={buttonClass('primary')}>
          {text.joining.toGroup}
        </Link>
      ) : (
        <>
          <p className={styles.role}>{role === 'guest' ? text.joining.linkAsGuest : text.joining.linkAsMember}</p>
          <Button look="primary" aria-disabled={isBusy} onClick={() => void join()}>
            {text.joining.join}
          </Button>
        </>
      )}
    </div>
  );
}

function Closed() {
  const text = useLaterText();
  usePageTitle(text.joining.linkClosed);
  return (
    <PageMessage title={text.joining.linkClosed} hint={text.joining.linkClosedHint}>
      <Link to="/groups" className={buttonClass('secondary')}>
        {text.groups.toGroups}
      </Link>
    </PageMessage>
  );
}
