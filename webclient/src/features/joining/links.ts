import { queryOptions } from '@tanstack/react-query';
import { api } from '../../protocol/client.ts';
import type { GroupId, InvitationLink, LinkId, NewLink } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';

export const linksQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['links', group],
    queryFn: async () => {
      const { items, people } = await api.listLinks({ group });
      learnPeople(people);
      return items;
    },
    staleTime: 0,
  });

export async function createLink(group: GroupId, days: number, uses: number): Promise<NewLink> {
  const made = await api.createLink({ client_id: crypto.randomUUID(), group, days, uses });
  change(group, (links) => [made.link, ...links]);
  return made;
}

export async function revokeLink(group: GroupId, link: LinkId): Promise<void> {
  await api.revokeLink({ group, link });
  change(group, (links) => links.filter(({ id }) => id !== link));
}

/// Behind the hash: what stands there is sent to no server and reaches no log.
export const addressOf = (token: string): string => `${location.origin}/join#${token}`;

export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: () => api.lookAtLink({ token }),
    enabled: isToken(token),
    staleTime: 0,
    gcTime: 0,
  });

/// Anything else is no link of ours: nobody needs to be asked.
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export const followLink = async (token: string): Promise<GroupId> => (await api.followLink({ token })).group;

function change(group: GroupId, how: (links: InvitationLink[]) => InvitationLink[]): void {
  queries.setQueryData(linksQuery(group).queryKey, (links) => links && how(links));
}
