import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FileUp, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { complain } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import { AccountRow } from './AccountRow.tsx';
import { accountsQuery } from './accounts.ts';
import styles from './AccountsPage.module.css';
import { AddAccount } from './AddAccount.tsx';
import type { AccountFilter } from './filter.ts';
import { Filters } from './Filters.tsx';
import { Managed } from './Managed.tsx';

/// Everyone's accounts: who there is, who has not come in yet, who is out.
export const AccountsPage = () => (
  <Managed>
    <Accounts />
  </Managed>
);

function Accounts() {
  const text = useLaterText();
  const words = text.managedAccounts;
  const filter = useSearch({ from: '/admin/people' });
  const navigate = useNavigate({ from: '/admin/people' });
  const [isAdding, setAdding] = useState(false);
  usePageTitle(words.pageTitle);
  return (
    <Page
      width="table"
      title={words.pageTitle}
      actions={
        <div className={styles.ways}>
          <Link to="/admin/people/import" className={buttonClass('secondary')}>
            <FileUp size={18} aria-hidden />
            {text.peopleImport.pageTitle}
          </Link>
          <Button look="primary" icon={<UserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      }
    >
      <Filters filter={filter} onChange={(search) => void navigate({ search, replace: true })} />
      <List filter={filter} />
      {isAdding && <AddAccount onClose={() => setAdding(false)} />}
    </Page>
  );
}

function List({ filter }: { filter: AccountFilter }) {
  const text = useLaterText();
  const words = text.managedAccounts;
  const accounts = useInfiniteQuery({ ...accountsQuery(filter), placeholderData: (before) => before });
  if (accounts.isPending) return <Skeleton kind="rows" />;
  if (accounts.isLoadingError) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  const items = accounts.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={words.nobody} hint={words.nobodyHint} />;
  const showMore = async () => {
    const { error } = await accounts.fetchNextPage();
    if (error) complain(text.errors[errorKey(error)]);
  };
  return (
    <>
      {/* By its roles, since a native table that a phone draws as a list is a table to nobody any more. */}
      <div role="table" aria-label={words.pageTitle} className={styles.table} aria-busy={accounts.isPlaceholderData}>
        <div role="row" className={styles.headings}>
          {[words.name, words.department, words.login, words.role, words.lastSeen].map((heading) => (
            <span key={heading} role="columnheader">
              {heading}
            </span>
          ))}
        </div>
        {items.map((account) => (
          <AccountRow key={account.person.id} account={account} />
        ))}
      </div>
      {accounts.hasNextPage && (
        <Button aria-disabled={accounts.isFetchingNextPage} onClick={showMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}
