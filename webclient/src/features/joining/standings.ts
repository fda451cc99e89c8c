import { queryOptions, useQuery } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { DeclinedRequest, GroupId, GroupStanding, LiveEvent, OwnStanding, OwnStandings } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';
import { showStanding, standingAfter } from './directory.ts';

/// What the reader waits for: own requests to join, and invitations.
/// `limits::note`
export const longestNote = 500;

export const standingsQuery = queryOptions({
  queryKey: ['standings'],
  queryFn: () =>
    readLive(async () => {
      const list = await api.listStandings({});
      learnPeople(list.people);
      return list;
    }, standingsAfter),
});

export function useDeclined(): DeclinedRequest[] {
  return useQuery(standingsQuery).data?.declined ?? [];
}

export function useStandings(standing: GroupStanding): OwnStanding[] {
  const { data } = useQuery(standingsQuery);
  return data?.items.filter((own) => own.standing === standing) ?? [];
}

/// An event carries no name and no word of an owner: those are read. What ended goes at once.
export function standingsAfter(list: OwnStandings, event: LiveEvent): OwnStandings {
  const standing = standingAfter(event);
  return standing ? after(list, event, (before) => without(before, standing.group)) : list;
}

export function applyToStandings(event: LiveEvent): void {
  queries.setQueryData(standingsQuery.queryKey, (list) => list && standingsAfter(list, event));
  if (event.type === 'standing.changed') void queries.invalidateQueries(standingsQuery);
}

export async function askToJoin(group: GroupId, note: string): Promise<GroupStanding> {
  const { standing } = await api.askToJoin({ group, ...(note === '' ? {} : { note }) });
  return settle(group, standing);
}

export const withdrawRequest = async (group: GroupId): Promise<GroupStanding> =>
  settle(group, (await api.withdrawRequest({ group })).standing);

export async function dismissDeclined(group: GroupId): Promise<void> {
  await api.dismissDeclined({ group });
  queries.setQueryData(
    standingsQuery.queryKey,
    (list) => list && { ...list, declined: list.declined.filter(({ sign }) => sign.group !== group) },
  );
}

export const acceptInvitation = async (group: GroupId): Promise<GroupStanding> =>
  settle(group, (await api.acceptInvitation({ group })).standing);

export const declineInvitation = async (group: GroupId): Promise<GroupStanding> =>
  settle(group, (await api.declineInvitation({ group })).standing);

function settle(group: GroupId, standing: GroupStanding): GroupStanding {
  showStanding(group, standing);
  queries.setQueryData(standingsQuery.queryKey, (list) => list && without(list, group));
  if (standing === 'requested') void queries.invalidateQueries(standingsQuery);
  return standing;
}

const without = (list: OwnStandings, group: GroupId): OwnStandings =>
  list.items.some(({ sign }) => sign.group === group)
    ? { ...list, items: list.items.filter(({ sign }) => sign.group !== group) }
    : list;
