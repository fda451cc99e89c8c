import { beforeEach, describe, expect, it } from 'vitest';
import { applyMember, applyToMembers, membersQuery } from '../../src/features/groups/members.ts';
import type { Member } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { at, event } from '../make.ts';

const member = (person: number, more: Partial<Member> = {}): Member => ({
  group: 2,
  person,
  role: 'member',
  version: 1,
  since: at(1),
  ...more,
});
const shown = () =>
  queries.getQueryData(membersQuery(2).queryKey)?.pages.flatMap(({ items }) => items.map(({ person, role }) => [person, role]));

beforeEach(() => {
  const cursors = [{ stream: 'group:2', cursor: 'g:10' }];
  const pages = [
    { items: [member(3)], people: [], cursors },
    { items: [member(4)], people: [], cursors },
  ];
  queries.setQueryData(membersQuery(2).queryKey, { pages });
});

describe('The list of members', () => {
  it('has a new member once, though both the answer and the event bring it', () => {
    applyMember(member(9));
    applyMember(member(9));
    expect(shown()).toEqual([
      [9, 'member'],
      [3, 'member'],
      [4, 'member'],
    ]);
  });

  it('changes a role where the member stands, and ignores an older one', () => {
    applyMember(member(4, { role: 'owner', version: 3 }));
    applyMember(member(4, { role: 'guest', version: 2 }));
    expect(shown()).toEqual([
      [3, 'member'],
      [4, 'owner'],
    ]);
  });

  it('takes a new member from an event once, and not when its answer had seen the event', () => {
    applyToMembers(2, event('member.added', 10, { member: member(8) }));
    expect(shown()).toHaveLength(2);
    applyToMembers(2, event('member.added', 11, { member: member(9) }));
    applyToMembers(2, event('member.removed', 12, { group: 2, person: 9 }));
    applyToMembers(2, event('member.added', 11, { member: member(9) }));
    expect(shown()).toEqual([
      [3, 'member'],
      [4, 'member'],
    ]);
  });

  it('loses who was removed', () => {
    applyToMembers(2, event('member.removed', 11, { group: 2, person: 3 }));
    expect(shown()).toEqual([[4, 'member']]);
  });
});
