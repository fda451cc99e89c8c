import { say } from '../../design/toast.ts';
import { language } from '../../i18n/text.tsx';
import type { Group, GroupId, LiveEvent, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { Store } from '../../state/store.ts';
import { currentMe, readMeAfresh } from '../accounts/session.ts';
import { readHeldAfresh } from '../held/held.ts';
import { readHomeAfresh, readWideFeedsAfresh } from '../posts/queries.ts';
import { forgetMarks, learnReadings } from '../posts/reading.ts';
import { applyToGroups, groupsAfter, groupsQuery, readGroupsAfresh, withoutGroup, withoutTab } from './groups.ts';
import { applyToMembers } from './members.ts';
import { showFollowing } from './following.ts';

export type GroupEvent = Extract<
  LiveEvent,
  { type: `group.${string}` | `member.${string}` | `tab.${string}` | `tabs.${string}` | `access.${string}` | `emergency.${string}` }
>;

/// Groups that left this person's sight while the page was open. One that came back stands in the list again.
export const goneGroups = new Store<ReadonlySet<GroupId>>(new Set());

/// Tabs that left it. Who may still read one finds it again when the list has been read.
export const goneTabs = new Store<ReadonlySet<TabId>>(new Set());

export interface Departures {
  leftGroup: (group: GroupId) => void;
  lostTab: (tab: TabId) => void;
  lostStream: (stream: string) => void;
}

export function applyGroupEvent(event: GroupEvent, departures: Departures): void {
  const me = currentMe()?.person.id;
  switch (event.type) {
    case 'member.added':
      applyToGroups((list) => groupsAfter(list, event));
      applyToMembers(event.data.member.group, event);
      return;
    case 'member.changed':
      applyToMembers(event.data.member.group, event);
      readEmergencyAfresh(event.data.member.group);
      return;
    case 'member.removed':
      if (event.data.person === me) {
        departures.leftGroup(event.data.group);
        return;
      }
      applyToGroups((list) => groupsAfter(list, event));
      applyToMembers(event.data.group, event);
      readEmergencyAfresh(event.data.group);
      return;
    case 'access.revoked':
      if (event.data.person === me) departures.lostStream(event.stream);
      return;
    case 'group.changed':
      readAfreshWhenFollowingMayChange(event.data.group);
      applyToGroups((list) => groupsAfter(list, event));
      return;
    case 'tab.read':
      learnReadings([event.data.reading]);
      return;
    case 'tab.followed':
      applyToGroups((list) => groupsAfter(list, event));
      showFollowing(event.data.reading);
      return;
    case 'tab.changed':
      applyToGroups((list) => groupsAfter(list, event));
      // What this person may do there, and whether they follow it, follows from its rules.
      readGroupsAfresh();
      readHomeAfresh();
      return;
    case 'tab.removed':
      departures.lostTab(event.data.tab);
      readArchiveAfresh(event.data.group);
      readHeldAfresh(event.data.group);
      return;
    case 'tabs.changed':
      readWideFeedsAfresh();
      readArchiveAfresh(event.data.group);
      readHeldAfresh(event.data.group);
      return;
    case 'group.joined':
      readGroupsAfresh();
      readWideFeedsAfresh();
      return;
    case 'access.changed':
      readGroupsAfresh();
      readWideFeedsAfresh();
      readMeAfresh();
      readArchivedAfresh();
      for (const kind of ['standings', 'held', 'own held']) void queries.invalidateQueries({ queryKey: [kind] });
      return;
    case 'emergency.opened':
      void queries.invalidateQueries({ queryKey: ['emergency', event.data.group] });
      readGroupsAfresh();
      announceEmergency(event.data.group);
      return;
    case 'group.left':
    case 'group.archived':
      departures.leftGroup(event.data.group);
      readArchivedAfresh();
      return;
    default:
      event satisfies never;
  }
}

/// Of an interest group one follows every tab, unless one chose otherwise.
function readAfreshWhenFollowingMayChange({ id, kind }: Group): void {
  const known = knownGroup(id);
  if (!known || known.group.kind === kind) return;
  readGroupsAfresh();
  readHomeAfresh();
}

/// Takes the group out of everything that is kept here, at once; its page then says that it is gone. Who became a guest
/// still sees a part of it: the list tells, when it has been read again.
export function forgetGroup(group: GroupId): void {
  forgetMarks(knownGroup(group)?.tabs.map(({ tab }) => tab.id) ?? []);
  goneGroups.update((gone) => new Set([...gone, group]));
  applyToGroups((list) => withoutGroup(list, group));
  readGroupsAfresh();
  queries.removeQueries({ predicate: ({ queryKey: [kind, id] }) => isOfGroup(kind) && id === group });
}

/// Takes the tab out of its group; who may still read it finds it there again, when the list has been read.
export function forgetTab(tab: TabId): void {
  forgetMarks([tab]);
  goneTabs.update((gone) => new Set([...gone, tab]));
  applyToGroups((list) => withoutTab(list, tab));
  void queries.invalidateQueries({ queryKey: groupsQuery.queryKey });
}

const ofOneGroup: readonly unknown[] = ['members', 'owners', 'candidates', 'emergency', 'archived tabs', 'readers', 'requests', 'invitations', 'links', 'held', 'own held'];
const isOfGroup = (kind: unknown) => ofOneGroup.includes(kind);

const knownGroup = (id: GroupId) => queries.getQueryData(groupsQuery.queryKey)?.items.find(({ group }) => group.id === id);

/// Somebody's emergency access may have ended.
function readEmergencyAfresh(group: GroupId): void {
  const isReading = queries.getQueryState(groupsQuery.queryKey)?.fetchStatus === 'fetching';
  if (knownGroup(group)?.emergency_until === undefined && !isReading) return;
  void queries.invalidateQueries({ queryKey: ['emergency', group] });
  readGroupsAfresh();
}

const readArchiveAfresh = (group: GroupId) => void queries.invalidateQueries({ queryKey: ['archived tabs', group] });
const readArchivedAfresh = () => void queries.invalidateQueries({ queryKey: ['archived'] });

/// Owners hear of it wherever they are; who and why stands in the group.
function announceEmergency(group: GroupId): void {
  const name = knownGroup(group)?.group.name;
  const text = language.get()?.text;
  if (text) say(text.groups.emergencyOpened(name));
}
