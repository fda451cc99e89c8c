import type { Group, GroupView, Draft as Saved, Tab } from '../../protocol/generated.ts';
import { type Draft, isBegun, keptDraft, tabsWithDraft } from '../posts/drafts.ts';

/// A draft with where it is to be posted.
export interface PlacedDraft {
  draft: Draft;
  group: Group;
  tab: Tab;
  mayPost: boolean;
  /// On the server; not yet of what was typed just now.
  savedAt: string | undefined;
}

/// What stands on this device, of tabs that this person reads: all that the server has comes here first. The last one first.
export function draftsHere(groups: readonly GroupView[], saved: readonly Saved[]): PlacedDraft[] {
  const found = tabsWithDraft().flatMap((id): PlacedDraft[] => {
    const draft = keptDraft(id);
    const view = groups.find(({ tabs }) => tabs.some(({ tab }) => tab.id === id));
    const place = view?.tabs.find(({ tab }) => tab.id === id);
    if (!draft || !isBegun(draft) || !view || !place) return [];
    return [{ draft, group: view.group, tab: place.tab, mayPost: place.may_post, savedAt: saved.find(({ tab }) => tab === id)?.saved_at }];
  });
  return found.toSorted((one, other) => momentOf(other) - momentOf(one));
}

const momentOf = ({ savedAt }: PlacedDraft): number => (savedAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(savedAt));
