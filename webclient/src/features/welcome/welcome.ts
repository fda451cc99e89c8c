import type { GroupView, TabView } from '../../protocol/generated.ts';

export interface Place {
  group: GroupView;
  tab: TabView;
}

/// Where a newcomer says hello: General, where they may post. A group for the personal side comes first: nothing is at
/// stake there.
export function placeForFirstPost(groups: readonly GroupView[]): Place | undefined {
  const personalFirst = [...groups].toSorted((one, other) => rank(one) - rank(other));
  for (const group of personalFirst) {
    const tab = group.tabs.find((each) => each.may_post && each.tab.department === undefined);
    if (tab) return { group, tab };
  }
  return undefined;
}

const rank = ({ group }: GroupView) => (group.kind === 'interest' ? 0 : 1);
