import { api } from '../../protocol/client.ts';
import type { Following, GroupList, Reading, SetFollowing, TabId } from '../../protocol/generated.ts';
import { forgetHomePostsOf, readHomeAfresh } from '../posts/queries.ts';
import { applyToGroups, currentReadings, withEveryPost, withFollowing, withReading } from './groups.ts';

/// Shows the choice at once and keeps it on the server; what the server refuses is taken back.
export const follow = async (tab: TabId, following: Following): Promise<void> => {
  const before = currentReadings().get(tab)?.following ?? following;
  showFollowing(await choose({ tab, following }, (list, isBack) => withFollowing(list, tab, isBack ? before : following)));
};

/// Whether this person hears of every post there, beside what concerns them. Whether they follow the tab stays as it is.
export const hear = async ({ tab, following }: Reading, everyPost: boolean): Promise<void> => {
  await choose({ tab, following, every_post: everyPost }, (list, isBack) => withEveryPost(list, tab, isBack ? !everyPost : everyPost));
};

async function choose(wanted: SetFollowing, shown: (list: GroupList, isBack: boolean) => GroupList): Promise<Reading> {
  applyToGroups((list) => shown(list, false));
  try {
    const reading = await api.setFollowing(wanted);
    applyToGroups((list) => withReading(list, reading));
    return reading;
  } catch (error) {
    applyToGroups((list) => shown(list, true));
    throw error;
  }
}

/// Home after a choice, made here or on another device: what is followed is read, what is not leaves.
export function showFollowing({ tab, following }: Reading): void {
  if (following === 'followed') readHomeAfresh();
  else forgetHomePostsOf(tab);
}
