import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { GroupId, GroupRole, LiveEvent, Member, MemberList, PersonId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';

export const membersQuery = (group: GroupId) =>
  infiniteQueryOptions({
    queryKey: ['members', group],
    queryFn: ({ pageParam }) => readMembers(group, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

export const candidatesQuery = (group: GroupId, search: string) =>
  queryOptions({
    queryKey: ['candidates', group, search],
    queryFn: async () => {
      const { items } = await api.listCandidates({ group, search });
      learnPeople(items);
      return items;
    },
    enabled: search.length > 1,
    staleTime: 0,
  });

async function readMembers(group: GroupId, next: string | undefined): Promise<MemberList> {
  const list = await readLive(
    () => api.listMembers(next === undefined ? { group } : { group, after: next }),
    membersAfter,
  );
  learnPeople(list.people);
  return list;
}

export function membersAfter(list: MemberList, event: LiveEvent): MemberList {
  switch (event.type) {
    case 'member.changed':
      return after(list, event, (before) => replaced(before, event.data.member));
    case 'member.removed':
      return after(list, event, (before) => without(before, event.data.person));
    default:
      return list;
  }
}

export async function setMember(group: GroupId, person: PersonId, role: GroupRole): Promise<void> {
  applyMember(await api.setMember({ group, person, role }));
}

export async function removeMember(group: GroupId, person: PersonId): Promise<void> {
  await api.removeMember({ group, person });
  update(group, (list) => without(list, person));
}

/// A new member stands first until the list is read again; one that is there changes in place.
export function applyMember(member: Member): void {
  queries.setQueryData(membersQuery(member.group).queryKey, (data) => {
    if (!data) return data;
    const isThere = data.pages.some((list) => holds(list, member.person));
    const change = (list: MemberList, page: number) =>
      isThere || page > 0 ? replaced(list, member) : { ...list, items: [member, ...list.items] };
    return { ...data, pages: data.pages.map(change) };
  });
}

export const applyToMembers = (group: GroupId, event: LiveEvent): void => {
  update(group, (list) => membersAfter(list, event));
};

const holds = (list: MemberList, id: PersonId) => list.items.some(({ person }) => person === id);

function update(group: GroupId, change: (list: MemberList) => MemberList): void {
  queries.setQueryData(membersQuery(group).queryKey, (data) =>
    data ? { ...data, pages: data.pages.map(change) } : data,
  );
}

/// The same list when the member is not in it, or is there in this version or a newer one.
function replaced(list: MemberList, member: Member): MemberList {
  const known = list.items.find(({ person }) => person === member.person);
  if (!known || known.version >= member.version) return list;
  return { ...list, items: list.items.map((each) => (each === known ? member : each)) };
}

const without = (list: MemberList, person: PersonId): MemberList =>
  holds(list, person)
    ? { ...list, items: list.items.filter((member) => member.person !== person) }
    : list;
