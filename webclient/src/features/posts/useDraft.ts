import { useState } from 'react';
import type { TabView } from '../../protocol/generated.ts';
import { useStore } from '../../state/store.ts';
import { arrivals, type Draft, keepDraft, keptDraft, reopened } from './drafts.ts';

/// The draft of a tab, kept at every change. Another tab has another draft, and so may another device.
export function useDraft({ tab }: TabView): [Draft, (draft: Draft) => void] {
  const start = (): Draft => reopened(keptDraft(tab.id) ?? { body: '', mark: tab.default_mark });
  const arrival = useStore(arrivals, (all) => all.get(tab.id) ?? 0);
  const [held, setHeld] = useState(() => ({ tab: tab.id, arrival, draft: start() }));
  let { draft } = held;
  if (held.tab !== tab.id || held.arrival !== arrival) {
    draft = start();
    setHeld({ tab: tab.id, arrival, draft });
  }
  return [
    draft,
    (next) => {
      keepDraft(tab.id, next);
      setHeld({ tab: tab.id, arrival, draft: next });
    },
  ];
}
