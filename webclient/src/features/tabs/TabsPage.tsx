import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Page } from '../../design/Page.tsx';
import { EmptyState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView, TabId } from '../../protocol/generated.ts';
import { BackToGroup } from '../groups/BackToGroup.tsx';
import { useGroup } from '../groups/GroupPage.tsx';
import { managesTabs } from '../groups/groups.ts';
import { ArchivedTabs } from './ArchivedTabs.tsx';
import { readersQuery } from './shaping.ts';
import { TabDialog } from './TabDialog.tsx';
import { TabList } from './TabList.tsx';

/// How the tabs of a group are arranged: their order, who reads and posts in each, and the archive.
export function TabsPage() {
  const { group } = useParams({ from: '/g/$group/tabs' });
  const found = useGroup(group);
  return 'instead' in found ? found.instead : <Arrangement view={found.view} />;
}

function Arrangement({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { group } = view;
  const isManaged = managesTabs(view);
  usePageTitle(text.tabs.arrange, group.name);
  return (
    <Page title={text.tabs.arrange} hint={isManaged ? text.layout.hint : undefined} back={<BackToGroup group={group} />}>
      {isManaged ? <Managed view={view} /> : <EmptyState title={text.layout.notYours} />}
    </Page>
  );
}

function Managed({ view }: { view: GroupView }) {
  const text = useLaterText();
  const { data: readers } = useQuery(readersQuery(view.group.id));
  const [open, setOpen] = useState<TabId | 'new'>();
  const isOwner = view.role === 'owner';
  const edited = view.tabs.find(({ tab }) => tab.id === open)?.tab;
  const others = view.tabs.filter(({ tab }) => tab.id !== open);
  const close = () => {
    setOpen(undefined);
  };
  return (
    <>
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
        <TabDialog
          key={open}
          group={view.group}
          tab={edited}
          readers={readers}
          taken={others.map(({ tab }) => tab.name)}
          onClose={close}
        />
      )}
    </>
  );
}
