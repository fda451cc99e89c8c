import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { EmptyState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView } from '../../protocol/generated.ts';
import { useGroup } from '../groups/GroupPage.tsx';
import styles from './Held.module.css';
import { Queue } from './Queue.tsx';

/// What waits for approval in a group. Its owners and moderators decide.
export function HeldPage() {
  const { group } = useParams({ from: '/g/$group/held' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Held key={group} view={found.view} />;
}

function Held({ view: { group, held } }: { view: GroupView }) {
  const text = useLaterText();
  usePageTitle(text.held.title, group.name);
  return (
    <div className={styles.page}>
      <Link to="/g/$group" params={{ group: String(group.id) }} className={styles.back}>
        <ArrowLeft size={18} aria-hidden />
        {text.members.back(group.name)}
      </Link>
      <h1 tabIndex={-1} className={styles.title}>
        {text.held.title}
      </h1>
      {held === undefined ? <EmptyState title={text.held.notYours} /> : <Queue group={group.id} />}
    </div>
  );
}
