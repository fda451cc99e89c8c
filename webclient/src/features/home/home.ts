import type { GroupView, PostView, Side, TabId, TabView } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';
import { isFollowed } from '../groups/groups.ts';
import type { HomeScope } from '../posts/feed.ts';
import { isMarkChoice, type MarkChoice } from '../posts/look.ts';

/// Home as values: which tabs have news for this person, and which of them have so much that one row stands for it.

export type SideChoice = 'all' | Extract<Side, 'business' | 'ssc'>;

/// Which posts Home shows.
export interface Shown {
  side: SideChoice;
  mark: MarkChoice;
}

/// All that is unread.
export const everything: HomeScope = { kind: 'home', part: 'unread' };

export const showsAll = ({ side, mark }: Shown): boolean => side === 'all' && mark === 'all';

export const scopeOf = (part: HomeScope['part'], { side, mark }: Shown): HomeScope => ({
  kind: 'home',
  part,
  ...(side !== 'all' && { side }),
  ...(mark !== 'all' && { mark }),
});

const isSideChoice = (value: unknown): value is SideChoice => value === 'all' || value === 'business' || value === 'ssc';

// By person first, as drafts: it leaves with whoever signs out.
const nameOf = (what: 'side' | 'mark') => `${String(currentMe()?.person.id)}.home-${what}`;

export const keptShown = (): Shown => ({
  side: kept(nameOf('side'), isSideChoice) ?? 'all',
  mark: kept(nameOf('mark'), isMarkChoice) ?? 'all',
});
export const keepShown = ({ side, mark }: Shown): void => {
  keep(nameOf('side'), side);
  keep(nameOf('mark'), mark);
};

export interface Followed {
  group: GroupView;
  tab: TabView;
}

/// In the order of the rail.
export const followedTabs = (groups: readonly GroupView[]): Followed[] =>
  groups.flatMap((group) => group.tabs.filter(isFollowed).map((tab) => ({ group, tab })));

/// Where this person can write, of what they follow. In the order of the rail.
export const placesToPost = (groups: readonly GroupView[]): { group: GroupView; tabs: TabView[] }[] =>
  groups
    .map((group) => ({ group, tabs: group.tabs.filter((tab) => tab.may_post && isFollowed(tab)) }))
    .filter(({ tabs }) => tabs.length > 0);

/// More than this from one tab becomes a row.
const fewEnough = 3;

/// Tabs with much in `items`. Decided when one looks, not while one reads: the page does not fold under its reader.
export function crowdedTabs(items: readonly PostView[]): ReadonlySet<TabId> {
  const counts = new Map<TabId, number>();
  for (const { post } of items) counts.set(post.tab, (counts.get(post.tab) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > fewEnough).map(([tab]) => tab));
}

export interface Row extends Followed {
  /// Newest first.
  items: PostView[];
}

/// What is shown one by one, and what stands in rows, the one with the newest post first.
export function arrange(
  items: readonly PostView[],
  crowded: ReadonlySet<TabId>,
  followed: readonly Followed[],
): { rows: Row[]; single: PostView[] } {
  const byTab = new Map(followed.map((each) => [each.tab.tab.id, each]));
  const rows = new Map<TabId, Row>();
  const single: PostView[] = [];
  for (const view of items) {
    const place = byTab.get(view.post.tab);
    if (!place || !crowded.has(view.post.tab)) single.push(view);
    else {
      const row = rows.get(view.post.tab) ?? { ...place, items: [] };
      row.items.push(view);
      rows.set(view.post.tab, row);
    }
  }
  return { rows: [...rows.values()], single };
}
