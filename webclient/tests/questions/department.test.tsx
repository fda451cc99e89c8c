import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { EditDepartment } from '../../src/features/departments/EditDepartment.tsx';
import { holidaysQuery } from '../../src/features/departments/holidays.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Department, Me, Post, PostView, Question, Role } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, event, me, page, person, post, question, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/departments/DepartmentPage.tsx';

const hr = department(1, { name: 'HR', answer_hours: 8 });

describe('The open questions of a department', () => {
  const path = '/api/departments/1/questions';
  const asking = (id: number, about: Question = question(2), more: Partial<Post> = {}) =>
    viewOf(post(id, { kind: 'question', ...more }), { question: about });
  let network: Network;
  const answer = (...items: PostView[]) => act(() => network.answer(path, page([], { items })));
  const changed = (id: number, to: Question, seq = 11) =>
    act(() => network.say(event('question.changed', seq, { post: id, tab: 21, group: 2, question: to })));
  const section = () => within(screen.getByRole('region', { name: 'Open vragen' }));
  const links = () => section().queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  const pass = () => act(() => network.pass(1_500));

  async function open() {
    const knowing = () => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [hr], cursors: [] });
      queries.setQueryData(servicesQuery.queryKey, { items: [], cursors: [] });
      queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 1, items: [] }, cursors: [] });
      learnPeople([person(8, 'Daan')]);
    };
    const drawn = await visit('/departments/1', { knowing });
    await act(() => network.pass(50));
    await act(() => network.answer('/api/departments/1/answer-times', { answered: 0 }));
    await act(() => network.answer('/api/departments/1/ideas?ended=false', page([])));
    return drawn;
  }

  beforeEach(async () => {
    queries.setQueryData(meQuery.queryKey, me);
    network = await openNetwork(me);
  });
  afterEach(() => {
    cleanup();
    act(sessionEnded);
    act(network.close);
    queries.clear();
  });

  it('say what is asked, by whom, where, until when, and who picked it up', async () => {
    await open();
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await answer(asking(5, question(2, { answer_before: ahead, picked_up_by: 8 })), asking(3));
    expect(links()).toEqual(['Bericht 5', 'Bericht 3']);
    const row = within(section().getAllByRole('listitem')[0] ?? expect.fail());
    expect(row.getByRole('link', { name: 'Bericht 5' }).getAttribute('href')).toBe('/p/5');
    expect(row.getByText('Priya Ramdin')).toBeTruthy();
    expect(row.getByRole('link', { name: 'SSC & Verkoop, Algemeen' })).toBeTruthy();
    expect(row.getByText(/^Antwoord vóór/)).toBeTruthy();
    expect(row.getByText('Daan pakt dit op')).toBeTruthy();
    expect(screen.getByText('Beantwoordt vragen binnen 8 openingsuren')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('say so when there are none, and when they could not be read', async () => {
    await open();
    await answer();
    expect(section().getByText('Er wachten geen vragen die jij kunt lezen.')).toBeTruthy();
    cleanup();
    queries.clear();
    await open();
    await act(() => network.answer(path, { status: 404, code: 'not_found', request_id: 'R-9' }, 404));
    expect(section().getByText(/R-9/)).toBeTruthy();
    expect(section().getByRole('button', { name: 'Opnieuw proberen' })).toBeTruthy();
  });

  it('go when they are answered, sent on, merged or deleted, and show who picks them up and who else asked', async () => {
    await open();
    await answer(asking(6), asking(5), asking(4), asking(3), asking(2));
    await changed(6, question(3, { merged_into: 2 }), 11);
    await changed(5, question(3, { state: 'answered' }), 12);
    await changed(4, question(3, { department: 9 }), 13);
    await act(() => network.say(event('post.deleted', 14, { post: 3, tab: 21, group: 2, version: 2 })));
    await changed(2, question(3, { picked_up_by: 8, merged: 1 }), 15);
    expect(links()).toEqual(['Bericht 2']);
    expect(section().getByText('Daan pakt dit op')).toBeTruthy();
    expect(section().getByText('Ook gevraagd door een collega')).toBeTruthy();
  });

  it('have other words when who asked edits one', async () => {
    await open();
    await answer(asking(5));
    const blocks: Post['blocks'] = [{ type: 'paragraph', children: [{ type: 'text', text: 'Beter gevraagd' }] }];
    await act(() => network.say(event('post.edited', 11, { post: post(5, { kind: 'question', version: 2, blocks }) })));
    expect(links()).toEqual(['Beter gevraagd']);
  });

  it('are read again when another comes, and not for what is of no concern', async () => {
    await open();
    await answer(asking(5));
    await changed(9, question(1, { department: 6 }));
    await pass();
    expect(network.waiting).toEqual([]);
    await changed(9, question(2), 12);
    await pass();
    await answer(asking(9), asking(5));
    expect(links()).toEqual(['Bericht 9', 'Bericht 5']);
  });

  it('of a group that one left are gone at once', async () => {
    await open();
    await answer(asking(5), asking(4, question(2), { group: 6, tab: 61 }));
    await act(() => network.say(event('group.left', 2, { group: 2 }, 'user:7')));
    expect(links()).toEqual(['Bericht 4']);
  });
});

describe('What a department promises', () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const saved = () => fetch.mock.calls.filter(([, init]) => init?.method === 'PUT').map(([, init]) => JSON.parse(init?.body as string) as object);
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Belofte: antwoord binnen … openingsuren' });
  const wrong = () => screen.queryByText('Vul een getal in van 1 tot en met 200, of laat het leeg.');
  const save = () => userEvent.setup().click(screen.getByRole('button', { name: 'Opslaan' }));

  async function edit(before: Department, role: Role) {
    const as: Me = { ...me, role };
    const onClose = vi.fn();
    await draw(<EditDepartment department={before} onClose={onClose} />);
    act(() => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [before], cursors: [] });
      queries.setQueryData(meQuery.queryKey, as);
    });
    await screen.findByRole('dialog', { name: 'HR aanpassen' });
    fetch.mockResolvedValue(new Response(JSON.stringify({ ...before, version: 2 })));
    return onClose;
  }

  beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
  afterEach(() => {
    fetch.mockReset();
    vi.unstubAllGlobals();
  });

  it.each(['administrator', 'employee'] as const)('is a number of hours that an %s who may changes', async (role) => {
    const onClose = await edit({ ...hr, heads: [me.person.id] }, role);
    expect(field().value).toBe('8');
    await userEvent.setup().clear(field());
    await userEvent.setup().type(field(), '16');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saved()).toMatchObject([{ answer_hours: 16 }]);
  });

  it('stays when something else is changed', async () => {
    await edit(hr, 'administrator');
    await save();
    expect(saved()).toMatchObject([{ answer_hours: 8 }]);
  });

  it('is none when the field is empty', async () => {
    await edit(hr, 'administrator');
    await userEvent.setup().clear(field());
    await save();
    expect(saved()).toHaveLength(1);
    expect(saved()[0]).not.toHaveProperty('answer_hours');
  });

  it.each(['0', '201', 'acht', '1,5'])('is not saved when it is no number of hours: %s', async (typed) => {
    await edit(hr, 'administrator');
    await userEvent.setup().clear(field());
    await userEvent.setup().type(field(), typed);
    expect(wrong()).toBeTruthy();
    await save();
    expect(saved()).toEqual([]);
  });
});
