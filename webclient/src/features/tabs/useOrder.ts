import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { GroupView, TabId, TabView } from '../../protocol/generated.ts';
import { readGroupsAfresh } from '../groups/groups.ts';
import { inOrder, orderTabs, withMoved } from './shaping.ts';

const rest = 500;

/// The order that an owner is making: shown at once, sent when the hand rests.
export function useOrder({ group, tabs }: GroupView): { tabs: TabView[]; moveTo: (tab: TabId, place: number) => void } {
  const text = useLaterText();
  const [wanted, setWanted] = useState<readonly TabId[]>();
  const saving = useMutation({
    scope: { id: `order of ${String(group.id)}` },
    mutationFn: (order: readonly TabId[]) => orderTabs(group.id, order),
    onError: (error) => {
      complain(hasCode(error, 'stale_version') ? text.layout.orderStale : text.errors[errorKey(error)]);
      readGroupsAfresh();
    },
    onSettled: (_answer, _error, order) => {
      setWanted((now) => (now === order ? undefined : now));
    },
  });
  const save = useEffectEvent((order: readonly TabId[]) => {
    saving.mutate(order);
  });

  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(() => {
      save(wanted);
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);

  const shown = wanted ? inOrder(tabs, wanted) : tabs;
  return {
    tabs: shown,
    moveTo: (tab, place) => {
      const order = shown.map((each) => each.tab.id);
      const moved = withMoved(order, tab, place);
      if (moved.some((id, index) => id !== order[index])) setWanted(moved);
    },
  };
}
