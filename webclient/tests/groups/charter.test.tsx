import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { halfAYearOn, today } from '../../src/features/groups/days.ts';
import { applyToMembers } from '../../src/features/groups/members.ts';
import { Owners } from '../../src/features/groups/Owners.tsx';
import { Review } from '../../src/features/groups/Review.tsx';
import type { Group, Member } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, department, event, group, person } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const of = (more: Partial<Group> = {}): Group => ({ ...group().group, ...more });
const owner = (id: number): Member => ({ group: 2, person: id, role: 'owner', version: 1, since: at(1) });
const priya = { ...person(3, 'Priya Ramdin'), version: 2, department: 1 };
const roos = { ...person(4, 'Roos de Boer'), department: 2 };

function ownedBy(...people: (typeof priya)[]) {
  const list = { items: people.map(({ id }) => owner(id)), people, cursors: [] };
  fetch.mockImplementation(() => Promise.resolve(new Response(JSON.stringify(list))));
}

async function drawOwners(isOwner: boolean, more: Partial<Group> = {}) {
  const drawn = await draw(<Owners group={of(more)} isOwner={isOwner} />);
  const departments = [department(1, { name: 'Finance' }), department(2, { name: 'Verkoop', side: 'business' })];
  act(() => {
    queries.setQueryData(['departments'], { items: departments, cursors: [] });
  });
  await screen.findByText('Priya Ramdin');
  return drawn;
}

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The owners of a group', () => {
  it('stand by side, when there is more than one', async () => {
    ownedBy(priya, roos);
    const { container } = await drawOwners(true);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['SSC-kant', 'Businesskant']);
    expect(screen.queryByText(/Nog geen eigenaar/)).toBeNull();
    await expectAccessible(container);
  });

  it('are told which side is missing, and nobody else is', async () => {
    ownedBy(priya);
    const { unmount } = await drawOwners(true);
    expect(screen.getByText('Nog geen eigenaar van de businesskant. Wie vraag je?')).toBeTruthy();
    unmount();
    await drawOwners(false);
    expect(screen.queryByText(/Nog geen eigenaar/)).toBeNull();
  });

  it('need no second side in an interest group', async () => {
    ownedBy(priya);
    await drawOwners(true, { kind: 'interest' });
    expect(screen.queryByText(/Nog geen eigenaar/)).toBeNull();
  });

  it('are read again when one comes or goes', async () => {
    ownedBy(priya);
    await drawOwners(true);
    ownedBy(priya, roos);
    act(() => {
      applyToMembers(2, event('member.changed', 11, { member: owner(4) }));
    });
    expect(await screen.findByText('Roos de Boer')).toBeTruthy();
  });
});

describe('The review date', () => {
  it('asks owners whether the group is still right once the day has come, and takes one click', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify(of({ version: 2 }))));
    await draw(<Review group={of({ review_on: '2026-01-31' })} isOwner />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Klopt nog, over een half jaar weer' }));
    const [path, init] = fetch.mock.calls[0] ?? [];
    expect([path, init?.method]).toEqual(['/api/groups/2', 'PUT']);
    const sent = JSON.parse(init?.body as string) as { version: number; form: Partial<Group> };
    expect(sent.version).toBe(1);
    expect(sent.form).toMatchObject({ name: 'SSC & Verkoop', review_on: halfAYearOn(today('Europe/Amsterdam')) });
  });

  it('asks nobody before that day, and never who is no owner', async () => {
    const { unmount } = await draw(<Review group={of({ review_on: '2999-01-01' })} isOwner onlyDue />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
    unmount();
    await draw(<Review group={of({ review_on: '2026-01-31' })} isOwner={false} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('31 jan 2026')).toBeTruthy();
  });

  it('is six months on, or the last day of that month', () => {
    expect(halfAYearOn('2026-11-26')).toBe('2027-05-26');
    expect(halfAYearOn('2026-08-31')).toBe('2027-02-28');
  });
});
