import { queryOptions, useQuery } from '@tanstack/react-query';
import { readCursor, writeCursor } from '../../live/cursor.ts';
import { caughtUp, readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type {
  Following,
  Group,
  GroupId,
  GroupList,
  GroupView,
  LiveEvent,
  Reading,
  Tab,
  TabId,
  TabView,
} from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { isBehind, type Readings, readingsOf } from './readings.ts';

/// The groups that the person is in, with the tabs they may read and how far they have read them. The one answer from
/// which the rail, the group page and Home draw.
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => readLive(() => api.listGroups({}), groupsAfter),
});

export const useGroups = (): GroupView[] => useQuery(groupsQuery).data?.items ?? [];

/// Names beside posts: undefined while loading, or when it is not this person's to see.
export function useTab(group: GroupId, tab: TabId): { group: GroupView; tab: TabView } | undefined {
  const view = useGroups().find((each) => each.group.id === group);
  const found = view?.tabs.find((each) => each.tab.id === tab);
  return view && found ? { group: view, tab: found } : undefined;
}

/// What this person posts there is held first, so nothing there is edited either. As known at this moment.
export const needsApproval = ({ group, tab }: { group: GroupId; tab: TabId }): boolean =>
  queries
    .getQueryData(groupsQuery.queryKey)
    ?.items.find((view) => view.group.id === group)
    ?.tabs.some((view) => view.tab.id === tab && view.needs_approval) === true;

/// Everyone who reads a group writes below its posts, until it is archived.
export const useIsArchived = (group: GroupId): boolean => useGroups().some((view) => view.group.id === group && view.archived);

/// As known at this moment.
export const isArchived = (group: GroupId): boolean =>
  queries.getQueryData(groupsQuery.queryKey)?.items.some((view) => view.group.id === group && view.archived) === true;

/// Owners and moderators look after a group's tabs, heads after those of their department; nobody once it is archived.
export const looksAfter = ({ role, archived }: GroupView, { may_manage: manages }: TabView): boolean =>
  !archived && (role === 'owner' || role === 'moderator' || manages);

export function useLooksAfter({ group, tab }: { group: GroupId; tab: TabId }): boolean {
  const place = useTab(group, tab);
  return place !== undefined && looksAfter(place.group, place.tab);
}

/// What is unread in the tabs that this person follows: the only number that counts.
export const unreadIn = (view: GroupView): number =>
  view.tabs.filter(isFollowed).reduce((sum, { reading }) => sum + reading.unread, 0);

export const isFollowed = ({ reading }: TabView): boolean => reading.following === 'followed';

/// Something is unread in a tab that this person muted: worth a dot, and no more.
export const hasMutedNews = (view: GroupView): boolean =>
  view.tabs.some(({ reading }) => reading.following === 'muted' && reading.unread > 0);

/// Owners arrange all tabs that they read, heads those of their department.
export const managesTabs = ({ role, tabs }: GroupView): boolean => role === 'owner' || tabs.some((tab) => tab.may_manage);

/// The server counts up to here; more is "many".
const mostUnread = 100;

export function groupsAfter(list: GroupList, event: LiveEvent): GroupList {
  switch (event.type) {
    case 'tab.read':
    case 'tab.followed':
      return withReading(list, event.data.reading);
    case 'post.created':
      return withTab(list, event.data.post.tab, (view) => {
        const reading = readingAfter(view.reading, event);
        return reading === view.reading ? view : { ...view, reading };
      });
    case 'group.changed':
      return withGroup(list, event.data.group);
    case 'tab.changed':
      return withTabIn(list, event.data.tab);
    case 'requests.changed': {
      const { group, pending } = event.data;
      return after(list, event, (before) => withPending(before, group, pending));
    }
    case 'member.added':
      return after(list, event, (before) => withMembers(before, event.data.member.group, 1));
    case 'member.removed':
      return after(list, event, (before) => withMembers(before, event.data.group, -1));
    default:
      return list;
  }
}

/// An own reading, from the answer to MarkRead or from another device. An older one is ignored. It comes on a stream of
/// its own: posts that it did not count may be here already, and posts that it counted may come later.
export function withReading(list: GroupList, reading: Reading): GroupList {
  const changed = withTab(list, reading.tab, (view) =>
    reading.version > view.reading.version ? { ...view, reading } : view,
  );
  return changed === list ? list : caughtUp(changed, [reading.counted], groupsAfter);
}

/// The person's choice, before the server knows of it.
export const withFollowing = (list: GroupList, tab: TabId, following: Following): GroupList =>
  withTab(list, tab, (view) => ({ ...view, reading: { ...view.reading, following } }));

/// The same of what they want to hear of the tab.
export const withEveryPost = (list: GroupList, tab: TabId, everyPost: boolean): GroupList =>
  withTab(list, tab, (view) => ({ ...view, reading: { ...view.reading, every_post: everyPost } }));

/// From an answer or an event. An older version is ignored.
export function withGroup(list: GroupList, group: Group): GroupList {
  return withItems(list, (view) =>
    view.group.id === group.id && group.version > view.group.version ? { ...view, group } : view,
  );
}

/// The tab in its place among the others. An older version is ignored.
export function withTabIn(list: GroupList, tab: Tab): GroupList {
  const changed = withTab(list, tab.id, (view) => (tab.version > view.tab.version ? { ...view, tab } : view));
  return withItems(changed, (view) =>
    view.group.id === tab.group && changed !== list ? { ...view, tabs: view.tabs.toSorted(inOrder) } : view,
  );
}

/// Only its owners count who asks to join.
const withPending = (list: GroupList, group: GroupId, pending: number): GroupList =>
  withItems(list, (view) =>
    view.group.id === group && view.pending_requests !== undefined && view.pending_requests !== pending
      ? { ...view, pending_requests: pending }
      : view,
  );

const inOrder = ({ tab: one }: TabView, { tab: other }: TabView) => one.position - other.position || one.id - other.id;

/// The readings of the list as it is now; the same object for the same list, since every event asks.
export function currentReadings(): Readings {
  const list = queries.getQueryData(groupsQuery.queryKey);
  if (list !== lastRead.list) lastRead = { list, readings: readingsOf(list?.items ?? []) };
  return lastRead.readings;
}
let lastRead: { list: GroupList | undefined; readings: Readings } = { list: undefined, readings: new Map() };

export function applyToGroups(change: (list: GroupList) => GroupList): void {
  queries.setQueryData(groupsQuery.queryKey, (list) => (list ? change(list) : list));
}

/// Many reasons in a moment are one request. What everyone online hears at once is read within a spread of milliseconds,
/// so that the server is not asked by all of them together.
export function readGroupsAfresh(spread = 0): void {
  const due = Date.now() + 200 + spread * Math.random();
  if (afresh && afresh.due <= due) return;
  clearTimeout(afresh?.timer);
  const timer = setTimeout(() => {
    afresh = undefined;
    void queries.invalidateQueries({ queryKey: groupsQuery.queryKey });
  }, due - Date.now());
  afresh = { due, timer };
}
let afresh: { due: number; timer: ReturnType<typeof setTimeout> } | undefined;

/// Whether a post that went could have been counted here, or in the list that is on its way.
export function mayBeCounted(tab: TabId): boolean {
  const state = queries.getQueryState(groupsQuery.queryKey);
  return state?.fetchStatus === 'fetching' || (currentReadings().get(tab)?.unread ?? 0) > 0;
}

export const withoutGroup = (list: GroupList, group: GroupId): GroupList => ({
  ...list,
  items: list.items.filter((view) => view.group.id !== group),
});

export const withoutTab = (list: GroupList, tab: TabId): GroupList =>
  withItems(list, (view) =>
    view.tabs.some((each) => each.tab.id === tab)
      ? { ...view, tabs: view.tabs.filter((each) => each.tab.id !== tab) }
      : view,
  );

/// A reading is a snapshot of its own: it counts what its tab's stream says after it.
function readingAfter(reading: Reading, event: Extract<LiveEvent, { type: 'post.created' }>): Reading {
  const { stream, cursor } = reading.counted;
  const position = readCursor(cursor);
  if (stream !== event.stream || event.seq <= position.seq) return reading;
  const { post } = event.data;
  if (isBehind(post, reading) || post.author === currentMe()?.person.id) return reading;
  return {
    ...reading,
    unread: Math.min(mostUnread, reading.unread + 1),
    counted: { stream, cursor: writeCursor({ ...position, seq: event.seq }) },
  };
}

function withTab(list: GroupList, tab: TabId, change: (view: TabView) => TabView): GroupList {
  const inTabs = (views: TabView[]) => mapChanged(views, (view) => (view.tab.id === tab ? change(view) : view));
  return withItems(list, (view) => {
    const tabs = inTabs(view.tabs);
    return tabs === view.tabs ? view : { ...view, tabs };
  });
}

function withMembers(list: GroupList, group: GroupId, more: number): GroupList {
  return withItems(list, (view) =>
    view.group.id === group && view.member_count !== undefined
      ? { ...view, member_count: view.member_count + more }
      : view,
  );
}

function withItems(list: GroupList, change: (view: GroupView) => GroupView): GroupList {
  const items = mapChanged(list.items, change);
  return items === list.items ? list : { ...list, items };
}

/// `map`, but the same array when nothing changed.
function mapChanged<T>(items: T[], change: (item: T) => T): T[] {
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}
