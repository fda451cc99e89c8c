import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, buttonClass } from '../../design/Button.tsx';
import { CoverTile } from '../../design/Cover.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState, PageMessage } from '../../design/States.tsx';
import { complain, say } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { LinkView } from '../../protocol/generated.ts';
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
  const joining = useMutation({
    mutationFn: () => followLink(token),
    onSuccess: async (group) => {
      say(text.joining.joined(sign.name));
      // The token leaves the address with this page.
      await navigate({ to: '/g/$group', params: { group: String(group) }, replace: true });
    },
    onError: (error) => {
      if (!hasCode(error, 'not_found')) complain(text.errors[errorKey(error)]);
    },
  });
  usePageTitle(sign.name);
  // Others were faster, or an owner revoked it.
  if (hasCode(joining.error, 'not_found')) return <Closed />;
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
          <Button look="primary" aria-disabled={joining.isPending} onClick={() => joining.mutate()}>
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
