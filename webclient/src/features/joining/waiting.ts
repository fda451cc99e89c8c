import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { GroupId, GroupRole, GroupStanding, PersonId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { applyMember } from '../groups/members.ts';
import { learnPeople } from '../people/people.ts';

/// Who waits at a group's door, for its owners. `requests.changed` says when to read them again.
export const requestsQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['requests', group],
    queryFn: async () => {
      const { items, people } = await api.listJoinRequests({ group });
      learnPeople(people);
      return items;
    },
    staleTime: 0,
  });

export const invitationsQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['invitations', group],
    queryFn: async () => {
      const { items, people } = await api.listInvitations({ group });
      learnPeople(people);
      return items;
    },
    staleTime: 0,
  });

export function readWaitingAfresh(group: GroupId): void {
  void queries.invalidateQueries({ queryKey: ['requests', group] });
  void queries.invalidateQueries({ queryKey: ['invitations', group] });
}

export async function approveRequest(group: GroupId, person: PersonId): Promise<void> {
  applyMember(await api.approveRequest({ group, person }));
  withoutRequest(group, person);
}

export async function declineRequest(group: GroupId, person: PersonId, word: string): Promise<void> {
  await api.declineRequest({ group, person, word });
  withoutRequest(group, person);
}

export async function invite(group: GroupId, person: PersonId, role: GroupRole): Promise<GroupStanding> {
  const { standing } = await api.setInvitation({ group, person, role });
  readWaitingAfresh(group);
  return standing;
}

export async function withdrawInvitation(group: GroupId, person: PersonId): Promise<void> {
  await api.withdrawInvitation({ group, person });
  queries.setQueryData(invitationsQuery(group).queryKey, (items) => items?.filter((each) => each.person !== person));
}

function withoutRequest(group: GroupId, person: PersonId): void {
  queries.setQueryData(requestsQuery(group).queryKey, (items) => items?.filter((each) => each.person !== person));
}
