import { useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../design/Page.tsx';
import { EmptyState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { Filling } from '../joining/Filling.tsx';
import { Links } from '../joining/Links.tsx';
import { OpenInvitations } from '../joining/OpenInvitations.tsx';
import { Requests } from '../joining/Requests.tsx';
import { AddMember } from './AddMember.tsx';
import { BackToGroup } from './BackToGroup.tsx';
import { EmergencyList } from './EmergencyList.tsx';
import { useGroup } from './GroupPage.tsx';
import { Leave } from './Leave.tsx';
import { MemberList } from './MemberList.tsx';
import styles from './MembersPage.module.css';

/// Who is in a group. Its owners decide who comes in, and as what; anyone can leave.
export function MembersPage() {
  const { group } = useParams({ from: '/g/$group/members' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Members key={group} view={found.view} />;
}

function Members({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { group, role } = view;
  usePageTitle(text.members.title, group.name);
  return (
    <Page title={text.members.title} back={<BackToGroup group={group} />}>
      {role === 'owner' && <Ways view={view} />}
      {role === 'owner' && <EmergencyList group={group.id} onlyNow className={styles.emergency} />}
      {role === 'guest' ? <EmptyState title={text.members.guestsCannotSee} /> : <MemberList view={view} />}
      <Leave view={view} />
    </Page>
  );
}

/// How people come in: what waits for an owner first, what is seldom needed folded away.
function Ways({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { id } = view.group;
  return (
    <>
      <Requests view={view} />
      <OpenInvitations group={id} />
      <AddMember group={id} />
      <div className={styles.ways}>
        <Folded title={text.joining.links}>
          <Links group={id} />
        </Folded>
        <Folded title={text.joining.fill}>
          <Filling group={id} />
        </Folded>
      </div>
    </>
  );
}

/// What is inside asks nothing of the server until it is opened.
function Folded({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.folded}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        <ChevronRight size={18} aria-hidden />
        {title}
      </summary>
      {isOpen && <div className={styles.inside}>{children}</div>}
    </details>
  );
}
