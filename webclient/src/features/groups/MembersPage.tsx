import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Confirm } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../design/States.tsx';
import { complain } from '../../design/toast.ts';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import { nextOf } from '../../live/pages.ts';
import type { GroupView } from '../../protocol/generated.ts';
import { useMe } from '../accounts/session.ts';
import { AddMember } from './AddMember.tsx';
import { EmergencyList } from './EmergencyList.tsx';
import { useGroup } from './GroupPage.tsx';
import { MemberRow } from './MemberRow.tsx';
import { membersQuery, readMoreMembers, removeMember } from './members.ts';
import styles from './MembersPage.module.css';

/// Who is in a group. Its owners add, change and remove; anyone can leave.
export function MembersPage() {
  const { group } = useParams({ from: '/g/$group/members' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Members view={found.view} />;
}

function Members({ view }: { view: GroupView }) {
  const text = useText();
  const { group, role } = view;
  usePageTitle(text.members.title, group.name);
  return (
    <div className={styles.page}>
      <Link to="/g/$group" params={{ group: String(group.id) }} className={styles.back}>
        <ArrowLeft size={18} aria-hidden />
        {text.members.back(group.name)}
      </Link>
      <h1 className={styles.title}>{text.members.title}</h1>
      {role === 'owner' && <AddMember group={group.id} />}
      {role === 'owner' && <EmergencyList group={group.id} onlyNow className={styles.emergency} />}
      {role === 'guest' ? <EmptyState title={text.members.guestsCannotSee} /> : <List view={view} />}
      <Leave view={view} />
    </div>
  );
}

function List({ view }: { view: GroupView }) {
  const text = useText();
  const { id } = view.group;
  const members = useQuery(membersQuery(id));
  const more = useMutation({
    mutationFn: () => readMoreMembers(id),
    onError: (error) => complain(text.errors[errorKey(error)]),
  });
  if (members.isPending) return <Skeleton kind="rows" />;
  if (members.isLoadingError) return <ErrorState error={members.error} onRetry={() => void members.refetch()} />;
  return (
    <>
      <ul role="list" aria-label={text.members.title} className={styles.list}>
        {members.data.pages
          .flatMap((page) => page.items)
          .map((member) => (
            <MemberRow key={member.person} member={member} group={view.group} isManaged={view.role === 'owner'} />
          ))}
      </ul>
      {nextOf(members.data) !== undefined && (
        <Button
          aria-disabled={more.isPending}
          onClick={() => {
            more.mutate();
          }}
        >
          {text.members.older}
        </Button>
      )}
    </>
  );
}

function Leave({ view: { group } }: { view: GroupView }) {
  const text = useText();
  const me = useMe().person.id;
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const leave = async () => {
    try {
      await removeMember(group.id, me);
      await navigate({ to: '/groups' });
    } catch (error) {
      const key = errorKey(error);
      complain(key === 'last_owner' ? text.members.lastOwner : text.errors[key]);
    }
  };
  return (
    <div className={styles.leave}>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {text.members.leave}
      </Button>
      {isAsking && (
        <Confirm
          title={text.members.leaveTitle(group.name)}
          action={text.members.leave}
          onConfirm={() => void leave()}
          onClose={() => {
            setAsking(false);
          }}
        >
          {text.members.leaveText}
        </Confirm>
      )}
    </div>
  );
}
