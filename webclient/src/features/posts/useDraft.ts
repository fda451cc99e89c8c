import { useState } from 'react';
import type { TabView } from '../../protocol/generated.ts';
import { type Draft, keepDraft, keptDraft, reopened } from './drafts.ts';

/// The draft of a tab, kept at every change. Another tab has another draft.
export function useDraft({ tab }: TabView): [Draft, (draft: Draft) => void] {
  const start = (): Draft => reopened(keptDraft(tab.id) ?? { body: '', mark: tab.default_mark });
  const [held, setHeld] = useState({ tab: tab.id, draft: start() });
  let { draft } = held;
  if (held.tab !== tab.id) {
    draft = start();
    setHeld({ tab: tab.id, draft });
  }
  return [
    draft,
    (next) => {
      keepDraft(tab.id, next);
      setHeld({ tab: tab.id, draft: next });
    },
  ];
}
