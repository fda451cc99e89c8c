import { api } from '../../protocol/client.ts';
import type { Following, Reading, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { forgetHomePostsOf, readHomeAfresh } from '../posts/queries.ts';
import { applyToGroups, groupsQuery, withFollowing, withReading } from './groups.ts';

/// Shows the choice at once and keeps it on the server; what the server refuses is taken back.
export async function follow(tab: TabId, following: Following): Promise<void> {
  const before = queries
    .getQueryData(groupsQuery.queryKey)
    ?.items.flatMap(({ tabs }) => tabs)
    .find((view) => view.tab.id === tab)?.reading.following;
  applyToGroups((list) => withFollowing(list, tab, following));
  try {
    const reading = await api.setFollowing({ tab, following });
    applyToGroups((list) => withReading(list, reading));
    showFollowing(reading);
  } catch (error) {
    if (before) applyToGroups((list) => withFollowing(list, tab, before));
    throw error;
  }
}

/// Home after a choice, made here or on another device: what is followed is read, what is not leaves.
export function showFollowing({ tab, following }: Reading): void {
  if (following === 'followed') readHomeAfresh();
  else forgetHomePostsOf(tab);
}
