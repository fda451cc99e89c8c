import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { EmergencyAccess, Group, GroupForm, GroupId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';
import { applyToGroups, groupsQuery, withGroup } from './groups.ts';

/// What owners do to a group, and what they see of it alone.

export const archivedGroupsQuery = queryOptions({
  queryKey: ['archived'],
  queryFn: () => api.listArchivedGroups({}),
});

export const emergencyQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['emergency', group],
    queryFn: async () => {
      const list = await api.listEmergencyAccesses({ group });
      learnPeople(list.people);
      return list;
    },
  });

/// Whether that person is in by it now.
export const isOpen = ({ open, until }: EmergencyAccess, now: number): boolean => open && Date.parse(until) > now;

export const formOf = ({ name, purpose, visibility, kind, colour, cover, review_on }: Group): GroupForm => ({
  name,
  purpose,
  visibility,
  kind,
  colour,
  cover,
  ...(review_on === undefined ? {} : { review_on }),
});

export async function editGroup(group: Group, form: GroupForm): Promise<Group> {
  const edited = await api.editGroup({ group: group.id, version: group.version, form });
  applyToGroups((list) => withGroup(list, edited));
  return edited;
}

export async function archiveGroup(group: GroupId): Promise<void> {
  await api.archiveGroup({ group });
  await queries.invalidateQueries({ queryKey: archivedGroupsQuery.queryKey });
}

export async function restoreGroup(group: GroupId): Promise<void> {
  await api.restoreGroup({ group });
  await Promise.all(
    [archivedGroupsQuery.queryKey, groupsQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );
}

/// The group is there once the list has been read.
export async function breakGlass(group: GroupId, client_id: string, reason: string): Promise<EmergencyAccess> {
  const access = await api.breakGlass({ group, client_id, reason });
  await queries.invalidateQueries({ queryKey: groupsQuery.queryKey });
  return access;
}
