import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { EmptyState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView, TabId } from '../../protocol/generated.ts';
import { useGroup } from '../groups/GroupPage.tsx';
import { managesTabs } from '../groups/groups.ts';
import { ArchivedTabs } from './ArchivedTabs.tsx';
import { readersQuery } from './shaping.ts';
import { TabDialog } from './TabDialog.tsx';
import { TabList } from './TabList.tsx';
import styles from './TabsPage.module.css';

/// How the tabs of a group are arranged: their order, who reads and posts in each, and the archive.
export function TabsPage() {
  const { group } = useParams({ from: '/g/$group/tabs' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Arrangement view={found.view} />;
}

function Arrangement({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { group } = view;
  usePageTitle(text.tabs.arrange, group.name);
  return (
    <div className={styles.page}>
      <Link to="/g/$group" params={{ group: String(group.id) }} className={styles.back}>
        <ArrowLeft size={18} aria-hidden />
        {text.members.back(group.name)}
      </Link>
      <h1 className={styles.title}>{text.tabs.arrange}</h1>
      {managesTabs(view) ? <Managed view={view} /> : <EmptyState title={text.layout.notYours} />}
    </div>
  );
}

function Managed({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { data: readers } = useQuery(readersQuery(view.group.id));
  const [open, setOpen] = useState<TabId | 'new'>();
  const isOwner = view.role === 'owner';
  const edited = view.tabs.find(({ tab }) => tab.id === open)?.tab;
  const close = () => {
    setOpen(undefined);
  };
  return (
    <>
      <p className={styles.hint}>{text.layout.hint}</p>
      <TabList view={view} readers={readers} onEdit={setOpen} />
      {isOwner && (
        <Button
          icon={<Plus size={18} aria-hidden />}
          onClick={() => {
            setOpen('new');
          }}
        >
          {text.layout.add}
        </Button>
      )}
      <ArchivedTabs group={view.group.id} />
      {(open === 'new' || edited) && (
        <TabDialog key={open} group={view.group} tab={edited} readers={readers} onClose={close} />
      )}
    </>
  );
}
