import { useState } from 'react';
import { useLaterText } from '../../i18n/text.tsx';
import type { GroupView, Readers, TabId } from '../../protocol/generated.ts';
import { TabRow } from './TabRow.tsx';
import styles from './TabsPage.module.css';
import { useOrder } from './useOrder.ts';

interface Props {
  view: GroupView;
  readers: Readers | undefined;
  onEdit: (tab: TabId) => void;
}

/// The open tabs, in their order. Owners change it by hand, by key or from a row's menu.
export function TabList({ view, readers, onEdit }: Props) {
  const text = useLaterText();
  const { tabs, moveTo } = useOrder(view);
  const [said, setSaid] = useState('');
  const move = (tab: TabId, place: number) => {
    const name = tabs.find((each) => each.tab.id === tab)?.tab.name ?? '';
    if (place < 0 || place >= tabs.length) return;
    moveTo(tab, place);
    setSaid(text.layout.moved(name, place + 1, tabs.length));
  };
  return (
    <>
      <ol role="list" aria-label={text.layout.list(view.group.name)} className={styles.list}>
        {tabs.map((each, index) => (
          <TabRow
            key={each.tab.id}
            group={view.group.id}
            view={each}
            readers={readers}
            onEdit={onEdit}
            {...(view.role === 'owner' && tabs.length > 1
              ? {
                  order: {
                    isFirst: index === 0,
                    isLast: index === tabs.length - 1,
                    moveBy: (steps: number) => {
                      move(each.tab.id, index + steps);
                    },
                    moveTo: (place: number) => {
                      if (place !== index) move(each.tab.id, place);
                    },
                  },
                }
              : {})}
          />
        ))}
      </ol>
      <p role="status" className="hidden-visually">
        {said}
      </p>
    </>
  );
}
