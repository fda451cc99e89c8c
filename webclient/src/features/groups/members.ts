import { queryOptions } from '@tanstack/react-query';
import { type Pages, pagesQuery, readFurther, type Source, withPages } from '../../live/pages.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { DepartmentId, GroupId, GroupRole, LiveEvent, Member, MemberList, PersonId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';

type Members = Pages<MemberList>;

/// What is left out lets everyone pass.
export interface MemberFilter {
  search?: string;
  role?: GroupRole;
  department?: DepartmentId;
}
export const everyone: MemberFilter = {};

type Key = readonly ['members', GroupId, MemberFilter];

const membersSource = (group: GroupId, filter: MemberFilter): Source<Key, MemberList> => ({
  key: ['members', group, filter],
  read: async (after) => {
    const list = await api.listMembers({ group, ...filter, ...(after === undefined ? {} : { after }) });
    learnPeople(list.people);
    return list;
  },
  change: isNarrow(filter) ? asTheyStand : membersAfter,
});

export const membersQuery = (group: GroupId, filter = everyone) => pagesQuery(membersSource(group, filter));
export const readMoreMembers = (group: GroupId, filter = everyone): Promise<void> =>
  readFurther(membersSource(group, filter));

const isNarrow = (filter: MemberFilter): boolean => Object.keys(filter).length > 0;

/// Whether somebody passes a filter only the server knows: such a list is read again instead.
const asTheyStand = (members: Members): Members => members;

/// Those to whom the group belongs, wherever they stand in the list.
export const ownersQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['owners', group],
    queryFn: async () => {
      const list = await api.listMembers({ group, role: 'owner' });
      learnPeople(list.people);
      return list;
    },
  });

/// Reads the owners afresh when this concerns one of them.
function mayChangeOwners(group: GroupId, person: PersonId, role?: GroupRole): void {
  const { queryKey } = ownersQuery(group);
  const owners = queries.getQueryData(queryKey);
  if (owners && (role === 'owner' || owners.items.some((owner) => owner.person === person)))
    void queries.invalidateQueries({ queryKey });
}

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

function membersAfter(members: Members, event: LiveEvent): Members {
  const gate: Gate = (list, change) => after(list, event, change);
  switch (event.type) {
    case 'member.added':
    case 'member.changed':
      return withMember(members, event.data.member, gate);
    case 'member.removed':
      return withoutMember(members, event.data.person, gate);
    default:
      return members;
  }
}

/// Decides whether a change reaches a page: an event does not when the page was read after it.
type Gate = (list: MemberList, change: (list: MemberList) => MemberList) => MemberList;
const open: Gate = (list, change) => change(list);

export async function setMember(group: GroupId, person: PersonId, role: GroupRole): Promise<void> {
  applyMember(await api.setMember({ group, person, role }));
}

export async function removeMember(group: GroupId, person: PersonId): Promise<void> {
  await api.removeMember({ group, person });
  update(group, (members) => withoutMember(members, person));
}

/// What an answer brought. The event that follows finds it there.
export function applyMember(member: Member): void {
  update(member.group, (members) => withMember(members, member));
  mayChangeOwners(member.group, member.person, member.role);
}

export const applyToMembers = (group: GroupId, event: LiveEvent): void => {
  update(group, (members) => membersAfter(members, event));
  if (event.type === 'member.removed') mayChangeOwners(group, event.data.person);
  if (event.type === 'member.added' || event.type === 'member.changed')
    mayChangeOwners(group, event.data.member.person, event.data.member.role);
};

/// The list of everyone changes as it stands; the narrowed ones are read again, and so is who could still come in.
function update(group: GroupId, change: (members: Members) => Members): void {
  queries.setQueryData(membersQuery(group).queryKey, (members) => (members ? change(members) : members));
  void queries.invalidateQueries({
    predicate: ({ queryKey: [kind, of, filter] }) =>
      of === group && (kind === 'candidates' || (kind === 'members' && isNarrow(filter as MemberFilter))),
  });
}

/// A new member stands first until the list is read again; one that is there changes in place.
function withMember(members: Members, member: Member, gate: Gate = open): Members {
  const isThere = members.pages.some((list) => holds(list, member.person));
  return withPages(members, (list, page) => {
    if (isThere) return holds(list, member.person) ? gate(list, (before) => renewed(before, member)) : list;
    return page === 0 ? gate(list, (before) => ({ ...before, items: [member, ...before.items] })) : list;
  });
}

const withoutMember = (members: Members, person: PersonId, gate: Gate = open): Members =>
  withPages(members, (list) =>
    holds(list, person)
      ? gate(list, (before) => ({ ...before, items: before.items.filter((member) => member.person !== person) }))
      : list,
  );

const holds = (list: MemberList, id: PersonId) => list.items.some(({ person }) => person === id);

/// The same list when it has the member in this version or a newer one.
function renewed(list: MemberList, member: Member): MemberList {
  const known = list.items.find(({ person }) => person === member.person);
  if (!known || known.version >= member.version) return list;
  return { ...list, items: list.items.map((each) => (each === known ? member : each)) };
}
