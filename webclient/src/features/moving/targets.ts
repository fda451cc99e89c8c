import type { GroupView, PersonId, Post, TabView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { looksAfter, useTab } from '../groups/groups.ts';

/// Where a post can go. The server decides; this is what is offered.

/// Of one group, the tabs in which it may stand.
export interface Target {
  group: GroupView;
  tabs: TabView[];
}

/// A post goes with its author, or with whoever looks after the tab that it is in.
export function useMayMove(post: Post): boolean {
  const me = useMyself()?.person.id;
  const place = useTab(post.group, post.tab);
  if (!place || place.group.archived || post.state !== 'visible') return false;
  return post.author === me || looksAfter(place.group, place.tab);
}

/// Where this person posts without approval, in the order of the rail. Another group always has other readers, so what
/// somebody else wrote stays in its own.
export const targetsFor = (post: Post, groups: readonly GroupView[], me: PersonId): Target[] =>
  groups
    .filter((view) => !view.archived && (post.author === me || view.group.id === post.group))
    .map((group) => ({ group, tabs: group.tabs.filter((view) => view.may_post && !view.needs_approval && view.tab.id !== post.tab) }))
    .filter(({ tabs }) => tabs.length > 0);
