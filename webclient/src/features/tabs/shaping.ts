import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { CreateTab, EditTab, GroupId, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { applyToGroups, groupsQuery, readGroupsAfresh, withTabIn } from '../groups/groups.ts';

/// What those who manage tabs do with them. Events tell everybody, this page too; an answer only comes first.

export type Shape = Omit<EditTab, 'tab' | 'version'>;

export const archivedTabsQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['archived tabs', group],
    queryFn: async () => (await api.listArchivedTabs({ group })).items,
    staleTime: 0,
  });

/// How many people each audience is. Of the moment: it helps to decide, nothing hangs on it.
export const readersQuery = (group: GroupId) =>
  queryOptions({ queryKey: ['readers', group], queryFn: () => api.getReaders({ group }), staleTime: 0 });

export async function createTab(request: CreateTab): Promise<void> {
  await api.createTab(request);
  readGroupsAfresh();
}

export async function editTab(tab: TabId, version: number, shape: Shape): Promise<void> {
  await api.editTab({ tab, version, ...shape });
  readGroupsAfresh();
}

/// All tabs that this person reads, in this order.
export async function orderTabs(group: GroupId, order: readonly TabId[]): Promise<void> {
  const held = queries.getQueryData(groupsQuery.queryKey)?.items.find((view) => view.group.id === group)?.tabs ?? [];
  const tabs = inOrder(held, order).map(({ tab: { id, version } }) => ({ tab: id, version }));
  const { items } = await api.orderTabs({ group, tabs });
  applyToGroups((list) => items.reduce(withTabIn, list));
}

export async function archiveTab(group: GroupId, tab: TabId): Promise<void> {
  await api.archiveTab({ tab });
  await queries.invalidateQueries({ queryKey: ['archived tabs', group] });
}

export async function restoreTab(group: GroupId, tab: TabId): Promise<void> {
  await api.restoreTab({ tab });
  readGroupsAfresh();
  await queries.invalidateQueries({ queryKey: ['archived tabs', group] });
}

/// Those that the order does not name stand behind the others, as they did.
export function inOrder<Item extends { tab: { id: TabId } }>(items: readonly Item[], order: readonly TabId[]): Item[] {
  const place = ({ tab }: Item) => {
    const index = order.indexOf(tab.id);
    return index < 0 ? order.length : index;
  };
  return items.toSorted((one, other) => place(one) - place(other));
}

/// The order with one tab at another place.
export function withMoved(order: readonly TabId[], tab: TabId, place: number): TabId[] {
  const others = order.filter((id) => id !== tab);
  return others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, tab);
}
