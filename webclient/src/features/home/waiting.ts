import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../i18n/clock.ts';
import type { DeclinedRequest, Group, GroupView, Tab } from '../../protocol/generated.ts';
import { useGroups } from '../groups/groups.ts';
import { standingsQuery } from '../joining/standings.ts';
import { waitingNewsQuery } from '../news/waitingNews.ts';
import { scheduledQuery } from '../scheduled/scheduled.ts';

/// What does not go on without this person, or what others decided about something of theirs.
export type Waiting =
  | { kind: 'emergency'; group: Group; until: number }
  | { kind: 'requests' | 'held'; group: Group; count: number }
  | { kind: 'declined post'; group: Group; tab: Tab }
  | { kind: 'declined request'; request: DeclinedRequest }
  | { kind: 'unpublished posts'; count: number };

/// In the order of the rail; an emergency comes first.
export function waitingIn(groups: readonly GroupView[], declined: readonly DeclinedRequest[], now: number, unpublished = 0): Waiting[] {
  const emergencies = groups.flatMap(({ group, emergency_until: until }): Waiting[] =>
    until !== undefined && Date.parse(until) > now ? [{ kind: 'emergency', group, until: Date.parse(until) }] : [],
  );
  const inGroups = groups.flatMap(({ group, tabs, pending_requests: requests = 0, held = 0 }): Waiting[] => [
    ...(requests > 0 ? [{ kind: 'requests', group, count: requests } as const] : []),
    ...(held > 0 ? [{ kind: 'held', group, count: held } as const] : []),
    ...tabs.flatMap(({ tab, own_declined: count }) => (count > 0 ? [{ kind: 'declined post', group, tab } as const] : [])),
  ]);
  const requests = declined.map((request) => ({ kind: 'declined request', request }) as const);
  const failed = unpublished > 0 ? [{ kind: 'unpublished posts', count: unpublished } as const] : [];
  return [...emergencies, ...inGroups, ...requests, ...failed];
}

export function useWaiting(): Waiting[] {
  const groups = useGroups();
  const standings = useQuery(standingsQuery);
  const scheduled = useQuery({ ...scheduledQuery, enabled: isHeld });
  const failed = scheduled.data?.items.filter(({ failed: isFailed }) => isFailed) ?? [];
  return waitingIn(groups, standings.data?.declined ?? [], useNow(), failed.length);
}

/// Known once one has been where it is read: a mark alone is worth no request.
const isHeld = ({ state }: { state: { data: unknown } }) => state.data !== undefined;

/// Whether the place for it wants a mark: something waits there, or an invitation, or news.
export function useIsAwaited(): boolean {
  const isInvited = useQuery(standingsQuery).data?.items.some(({ standing }) => standing === 'invited');
  const news = useQuery({ ...waitingNewsQuery, enabled: isHeld });
  return useWaiting().length > 0 || isInvited === true || (news.data?.items.length ?? 0) > 0;
}
