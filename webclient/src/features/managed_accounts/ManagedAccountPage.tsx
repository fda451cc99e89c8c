import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Avatar } from '../../design/Avatar.tsx';
import { BackLink, Page, titleClass } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState, PageMessage } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { ManagedAccount } from '../../protocol/generated.ts';
import pageStyles from '../accounts/AccountPage.module.css';
import { useMe } from '../accounts/session.ts';
import { Invitation } from '../activation/Invitation.tsx';
import { useJob } from '../departments/departments.ts';
import { AccountForm } from './AccountForm.tsx';
import { State } from './AccountRow.tsx';
import { AccountSessions } from './AccountSessions.tsx';
import { accountQuery } from './accounts.ts';
import { Managed } from './Managed.tsx';
import styles from './ManagedAccountPage.module.css';
import { Suspension } from './Suspension.tsx';

/// One person's account: details, the way in, devices, and the way out.
export const ManagedAccountPage = () => (
  <Managed>
    <One />
  </Managed>
);

function One() {
  const text = useLaterText();
  const { person } = useParams({ from: '/admin/people/$person' });
  const account = useQuery(accountQuery(Number(person)));
  if (account.isPending) return <Skeleton kind="page" />;
  if (hasCode(account.error, 'not_found')) {
    return <PageMessage title={text.problem.notFound} hint={text.problem.notFoundHint} />;
  }
  if (account.isLoadingError) return <ErrorState error={account.error} onRetry={() => void account.refetch()} />;
  return <Account key={account.data.person.id} account={account.data} />;
}

function Account({ account }: { account: ManagedAccount }) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const { person, state } = account;
  const isMe = useMe().person.id === person.id;
  usePageTitle(person.name, words.pageTitle);
  return (
    <Page width="wide" back={<BackLink to="/admin/people">{words.back}</BackLink>}>
      <div className={pageStyles.person}>
        <Avatar id={person.id} name={person.name} colour={person.colour} size="large" />
        <div>
          <h1 className={titleClass}>{person.name}</h1>
          <p className={pageStyles.job}>{useJob(person)}</p>
          <p className={styles.state}>
            {state === 'active' && `${words.lastSeen}: `}
            <State account={account} />
          </p>
        </div>
      </div>
      <AccountForm account={account} isOwn={isMe} />
      {!isMe && state !== 'suspended' && <Invitation account={account} />}
      <AccountSessions person={person} />
      {!isMe && <Suspension person={person} />}
    </Page>
  );
}
