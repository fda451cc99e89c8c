import { api } from '../../protocol/client.ts';
import type { GroupList, GroupView, Reading } from '../../protocol/generated.ts';
import { showFollowing } from './following.ts';
import type { GroupChoice } from './groupChoice.ts';
import { applyToGroups, currentReadings, withEveryPost, withFollowing, withReading } from './groups.ts';

/// What one wants of a whole group: of every tab in it that one reads.

type Wanted = Pick<Reading, 'following' | 'every_post'>;

const wantedBy: Record<GroupChoice, Wanted> = {
  all: { following: 'followed', every_post: true },
  own: { following: 'followed', every_post: false },
  none: { following: 'muted', every_post: false },
};

/// Shows the choice at once and keeps it on the server; what the server refuses is taken back. Gives the way back: each tab
/// as it was, unless it was changed again meanwhile, on whichever device.
export async function followGroup({ group, tabs }: GroupView, choice: GroupChoice): Promise<() => Promise<void>> {
  const before = tabs.map(({ reading }) => reading);
  const wanted = wantedBy[choice];
  applyToGroups((list) => before.reduce((all, reading) => withWanted(all, reading, wanted), list));
  try {
    const { items: after } = await api.setGroupFollowing({ group: group.id, ...wanted });
    show(after);
    return () => restore(before, after);
  } catch (error) {
    applyToGroups((list) => before.reduce((all, reading) => withWanted(all, reading, reading), list));
    throw error;
  }
}

async function restore(before: readonly Reading[], after: readonly Reading[]): Promise<void> {
  const changed = before.filter((earlier) => {
    const set = after.find(({ tab }) => tab === earlier.tab);
    const now = currentReadings().get(earlier.tab);
    return set && now && !isWanted(earlier, set) && isWanted(now, set);
  });
  // One after the other: a group may have many.
  const failures: unknown[] = [];
  for (const { tab, following, every_post } of changed) {
    await api.setFollowing({ tab, following, every_post }).then((reading) => show([reading]), (error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

function show(readings: readonly Reading[]): void {
  applyToGroups((list) => readings.reduce(withReading, list));
  for (const reading of readings) showFollowing(reading);
}

const withWanted = (list: GroupList, { tab }: Reading, { following, every_post: everyPost }: Wanted): GroupList =>
  withEveryPost(withFollowing(list, tab, following), tab, everyPost);

const isWanted = (one: Wanted, other: Wanted): boolean => one.following === other.following && one.every_post === other.every_post;
