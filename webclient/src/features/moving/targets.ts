import type { GroupView, PersonId, Post, PostView, Tab, TabView } from '../../protocol/generated.ts';
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

/// Whether people may read it there who do not read it here: `access::widens`.
export function widens(from: Tab, to: Tab): boolean {
  if (from.group !== to.group) return true;
  switch (from.audience) {
    case 'members':
      return to.audience === 'guests';
    case 'department':
      return to.audience !== 'department' || to.department !== from.department;
    case 'guests':
      return false;
  }
}

/// As far as is known here: somebody else may have written further up.
export const haveOthersSpoken = ({ post, latest }: PostView): boolean => latest.some(({ comment }) => comment.author !== post.author);

/// Where this person posts without approval, in the order of the rail. Another group always has other readers, so what
/// somebody else wrote stays in its own.
export const targetsFor = (post: Post, groups: readonly GroupView[], me: PersonId): Target[] =>
  groups
    .filter((view) => !view.archived && (post.author === me || view.group.id === post.group))
    .map((group) => ({ group, tabs: group.tabs.filter((view) => view.may_post && !view.needs_approval && view.tab.id !== post.tab) }))
    .filter(({ tabs }) => tabs.length > 0);
