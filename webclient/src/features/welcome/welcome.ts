import type { DirectoryEntry, GroupSign, GroupStanding, GroupView, OwnStanding, TabView } from '../../protocol/generated.ts';

export interface Place {
  group: GroupView;
  tab: TabView;
}

/// Where a newcomer says hello: General, where they may post and nobody has to approve it. A group for the personal side
/// comes first: nothing is at stake there.
export function placeForFirstPost(groups: readonly GroupView[]): Place | undefined {
  const personalFirst = [...groups].toSorted((one, other) => rank(one) - rank(other));
  for (const group of personalFirst) {
    const tab = group.tabs.find((each) => each.may_post && !each.needs_approval && each.tab.department === undefined);
    if (tab) return { group, tab };
  }
  return undefined;
}

const rank = ({ group }: GroupView) => (group.kind === 'interest' ? 0 : 1);

export interface Suggestion {
  sign: GroupSign;
  standing: GroupStanding;
  own_department?: boolean;
}

/// More would be work.
const mostSuggestions = 6;

/// Invitations first, secret groups among them; then groups with a place for the own department, those that admit at once,
/// and those where an owner decides.
export function suggested(invited: readonly OwnStanding[], listed: readonly DirectoryEntry[]): Suggestion[] {
  const others = listed.filter(({ standing }) => standing === 'none' || standing === 'requested');
  return [...invited, ...others.toSorted((one, other) => order(one) - order(other))].slice(0, mostSuggestions);
}

function order({ sign, own_department: isOwn }: Suggestion): number {
  if (isOwn === true) return 0;
  return sign.kind === 'interest' ? 1 : 2;
}
