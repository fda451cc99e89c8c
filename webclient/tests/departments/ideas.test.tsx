import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HelpPage } from '../../src/app/HelpPage.tsx';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { holidaysQuery } from '../../src/features/departments/holidays.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { putIdea } from '../../src/features/ideas/put.ts';
import type { Idea, IdeaStatus, Post, PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, department, event, idea, me, page, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/departments/DepartmentPage.tsx';

const open = '/api/departments/1/ideas?ended=false';
const ended = '/api/departments/1/ideas?ended=true';

const decided = (version: number, status: IdeaStatus, minute: number, more: Partial<Idea> = {}) =>
  idea(version, { status, steps: [{ status, by: 8, note: 'Omdat', at: at(minute) }], ...more });
const proposed = (id: number, about: Idea, more: Partial<Post> = {}) => viewOf(post(id, { kind: 'idea', ...more }), { idea: about });
const text = (...paragraphs: string[]): Post['blocks'] => paragraphs.map((words) => ({ type: 'paragraph', children: [{ type: 'text', text: words }] }));

describe('The ideas of a department', () => {
  let network: Network;
  const answer = (path: string, ...items: PostView[]) => act(() => network.answer(path, page([], { items })));
  const changed = (id: number, to: Idea, seq = 11) =>
    act(() => network.say(event('idea.changed', seq, { post: id, tab: 21, group: 2, idea: to })));
  const section = () => within(screen.getByRole('region', { name: 'Ideeën' }));
  const rows = () => section().queryAllByRole('listitem').map(({ textContent }) => textContent);
  const titles = () => section().queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  const pass = () => act(() => network.pass(1_500));
  const turn = (to: string) => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) }).click(section().getByRole('radio', { name: to }));

  async function visitHr({ isArchived = false } = {}) {
    const knowing = () => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR', archived: isArchived })], cursors: [] });
      queries.setQueryData(servicesQuery.queryKey, { items: [], cursors: [] });
      queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 1, items: [] }, cursors: [] });
    };
    await visit('/departments/1', { knowing });
    await act(() => network.pass(50));
    if (isArchived) return;
    await act(() => network.answer('/api/departments/1/answer-times', { answered: 0 }));
    await act(() => network.answer('/api/departments/1/questions', page([])));
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

  it('say in a row what is proposed, how far it is, how many want it, and where', async () => {
    await visitHr();
    await answer(open, proposed(5, decided(2, 'under_review', 9, { votes: 12 }), { blocks: text('Meer fietsenrekken', 'Bij poort 2 staat alles vol.') }), proposed(3, idea(1)));
    expect(rows()).toEqual([
      'Meer fietsenrekkenWordt bekeken12 stemmenin\u00A0SSC & Verkoop, Algemeen',
      'Bericht 3Nog niet gehoordNog geen stemmenin\u00A0SSC & Verkoop, Algemeen',
    ]);
    expect(section().getByRole('link', { name: 'Meer fietsenrekken' }).getAttribute('href')).toBe('/p/5');
    await expectAccessible(screen.getByRole('main'));
  });

  it('that are open cost the page one request, and the others none until somebody wants them', async () => {
    await visitHr();
    expect(network.waiting).toEqual([open]);
    await answer(open, proposed(5, idea(1)));
    await pass();
    expect(network.waiting).toEqual([]);
    await turn('Gedaan en niet gedaan');
    await answer(ended, proposed(4, decided(3, 'done', 20, { votes: 1 })), proposed(2, decided(3, 'declined', 10)));
    expect(rows().map((row) => /(Gedaan|Doen we niet)(1 stem|Nog geen stemmen)/.exec(row)?.[0])).toEqual(['Gedaan1 stem', 'Doen we nietNog geen stemmen']);
    await expectAccessible(screen.getByRole('main'));
  });

  it('say so when there are none, and when they could not be read', async () => {
    await visitHr();
    await answer(open);
    expect(section().getByText('Er staan geen ideeën open die jij kunt lezen.')).toBeTruthy();
    await turn('Gedaan en niet gedaan');
    await answer(ended);
    expect(section().getByText('Er is nog geen idee gedaan of afgewezen dat jij kunt lezen.')).toBeTruthy();
    cleanup();
    queries.clear();
    await visitHr();
    await act(() => network.answer(open, { status: 404, code: 'not_found', request_id: 'R-9' }, 404));
    expect(section().getByText(/R-9/)).toBeTruthy();
    expect(section().getByRole('button', { name: 'Opnieuw proberen' })).toBeTruthy();
  });

  it('show what becomes of them at once, and go when they are done, sent on or deleted', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(2, { votes: 9 })), proposed(4, idea(2, { votes: 5 })), proposed(3, idea(2)), proposed(2, idea(2)));
    await act(() => network.say(event('post.deleted', 11, { post: 3, tab: 21, group: 2, version: 2 })));
    await changed(5, decided(3, 'done', 20, { votes: 9 }), 12);
    await changed(4, idea(3, { votes: 5, department: 9 }), 13);
    await changed(2, decided(3, 'planned', 20, { votes: 1 }), 14);
    await pass();
    expect(rows()).toEqual(['Bericht 2Komt eraan1 stemin\u00A0SSC & Verkoop, Algemeen']);
  });

  it('ignore what is older than what they show', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(4, { votes: 9 })));
    await changed(5, decided(3, 'done', 20));
    await pass();
    expect(rows()).toEqual(['Bericht 5Nog niet gehoord9 stemmenin\u00A0SSC & Verkoop, Algemeen']);
  });

  it('have other words when who proposed one edits it', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(1)));
    await act(() => network.say(event('post.edited', 11, { post: post(5, { kind: 'idea', version: 2, blocks: text('Beter gezegd') }) })));
    expect(titles()).toEqual(['Beter gezegd']);
  });

  it('are read again when another comes or the order is another, and not for every vote', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(2, { votes: 4 })), proposed(4, idea(2, { votes: 3 })));
    await changed(9, idea(1, { department: 6 }), 11);
    await changed(5, idea(3, { votes: 5 }), 12);
    await changed(4, idea(3, { votes: 5 }), 13);
    await pass();
    expect(network.waiting).toEqual([]);
    await changed(4, idea(4, { votes: 6 }), 14);
    await pass();
    await answer(open, proposed(4, idea(4, { votes: 6 })), proposed(5, idea(3, { votes: 5 })));
    expect(titles()).toEqual(['Bericht 4', 'Bericht 5']);
    await changed(9, idea(1), 15);
    await pass();
    expect(network.waiting).toEqual([open]);
  });

  it('that are done are read again when somebody decides on another, or anew', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(2)));
    await turn('Gedaan en niet gedaan');
    await answer(ended, proposed(4, decided(3, 'done', 20)), proposed(2, decided(3, 'declined', 10)));
    await changed(4, decided(4, 'done', 20, { votes: 3 }), 11);
    await pass();
    expect(network.waiting).toEqual([]);
    await changed(2, decided(4, 'done', 30), 12);
    await pass();
    await answer(ended, proposed(2, decided(4, 'done', 30)), proposed(4, decided(4, 'done', 20)));
    expect(titles()).toEqual(['Bericht 2', 'Bericht 4']);
    await changed(5, decided(3, 'declined', 40), 13);
    await pass();
    expect(network.waiting).toEqual([ended]);
  });

  it('show what an own act made of them, and do not lose it to the event that follows', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(2, { votes: 4 })));
    act(() => putIdea(5, idea(3, { votes: 5 })));
    await pass();
    expect(section().getByText('5 stemmen')).toBeTruthy();
    await changed(5, idea(3, { votes: 5 }));
    await pass();
    expect(section().getByText('5 stemmen')).toBeTruthy();
  });

  it('of a group that one left are gone at once', async () => {
    await visitHr();
    await answer(open, proposed(5, idea(1)), proposed(4, idea(1), { group: 6, tab: 61 }));
    await act(() => network.say(event('group.left', 2, { group: 2 }, 'user:7')));
    expect(titles()).toEqual(['Bericht 4']);
  });

  it('do not stand on the page of an archived department', async () => {
    await visitHr({ isArchived: true });
    expect(screen.getByRole('heading', { name: 'HR' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Ideeën' })).toBeNull();
    expect(network.waiting).not.toContain(open);
  });
});

it('The help page says what an idea is', async () => {
  await draw(<HelpPage />);
  expect(await screen.findByText('Idee')).toBeTruthy();
});
