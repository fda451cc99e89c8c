import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { postQuery } from '../../src/features/posts/queries.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { comment, group, me, post, question, tab, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { asking, confidentialPage, inHr } from './card-page.ts';

let network: Network;
const { answer, open, read, refuse, changed } = confidentialPage(() => network);
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const card = () => screen.getByRole('article');
const line = () => within(card()).getByText('Privévraag').closest('p')?.textContent;
const isNotThere = () => screen.queryByText('Dit is er niet, of je kunt het niet zien');
const items = async () => {
  await user().click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
  await screen.findByRole('menuitem', { name: 'Link kopiëren' });
  return screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
};

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, { ...me, ...inHr });
  network = await openNetwork({ ...me, ...inHr });
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('A private question', () => {
  it('says that it is one, and who reads it, above its words and where one writes', async () => {
    const { container } = await open(asking());
    expect(line()).toMatch(/^Privévraagalleen de servicedesk van HR en FatmaWacht op antwoord$/);
    expect(screen.getByRole('textbox', { name: 'Schrijf een reactie. Alleen de servicedesk van HR en Fatma lezen mee.' })).toBeTruthy();
    expect(container.querySelector('[data-confidential]')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('says “you” to who asked it, and names the owner of the service', async () => {
    await open(asking({ service: 5 }, { author: 7 }), { as: {} });
    expect(line()).toMatch(/^Privévraagalleen de servicedesk van HR, de eigenaar van de dienst en jijaan HR · Salaris/);
  });

  it.each([
    ['of who asked it', me.person.id, '/q'],
    ['of the desk', 30, '/q?list=desk'],
  ])('leads back to the questions %s, and says where it was asked', async (_whose, author, address) => {
    await open(asking({}, { author }));
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Vragen' }).getAttribute('href')).toBe(address);
    expect(main.getByRole('link', { name: 'SSC & Verkoop, Algemeen' })).toBeTruthy();
  });

  it('is kept, pinned, closed and made unread by nobody, also not with keys', async () => {
    const read_until = post(50).published_at;
    const view = tab(21, {}, 0, read_until);
    await open(asking(), { of: group({ role: 'owner', tabs: [view] }) });
    await user().keyboard('b');
    await user().keyboard('u');
    expect(network.waiting).toEqual([]);
    expect(await items()).toEqual(['Link kopiëren', 'Stuur door naar…']);
  });

  it('is edited by who asked it where other posts wait for approval', async () => {
    const mine = { may_edit: true, may_delete: true, kept: false, confirmed: false, wanted: false };
    await open({ ...asking({}, { author: 7 }), mine }, { of: group({ tabs: [{ ...tab(21), needs_approval: true }] }) });
    expect(await items()).toContain('Aanpassen');
  });

  it('that everyone reads has none of it', async () => {
    const view = asking({ confidential: false }, { state: 'visible' });
    await open(view, { of: group({ role: 'owner' }) });
    expect(screen.queryByText('Privévraag')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Schrijf een reactie' })).toBeTruthy();
    expect(await items()).toEqual(['Link kopiëren', 'Delen in een andere groep', 'Bewaren', 'Stuur door naar…', 'Voeg samen met…', 'Vastzetten', 'Reacties sluiten', 'Verplaatsen']);
  });

  it('that is sent on changes who reads it, and says so before', async () => {
    await open(asking());
    await items();
    await user().click(screen.getByRole('menuitem', { name: 'Stuur door naar…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/De vraag is privé\. Wie hem krijgt, leest ook alle reacties\./)).toBeTruthy();
    await user().type(screen.getByRole('combobox'), 'facil{ArrowDown}{Enter}');
    await user().click(dialog.getByRole('button', { name: 'Stuur door' }));
    await answer('/api/posts/5/question/target', question(3, { confidential: true, department: 4 }));
    await act(() => network.pass(1_000));
    await refuse();
    expect(isNotThere()).toBeTruthy();
  });
});

describe('What is in view of a private question', () => {
  it.each(['desk:1', 'user:7'] as const)('is read again when %s says that something changed, with what stands below it', async (stream) => {
    await open(asking());
    await changed(stream);
    await read(asking({ version: 3, state: 'answered' }), comment(8));
    expect(line()).toMatch(/Beantwoord/);
    expect(screen.getByText('Reactie 8')).toBeTruthy();
    expect(network.waiting).toEqual([]);
  });

  it('is read once for many words in a moment', async () => {
    await open(asking());
    await changed('desk:1');
    await read(asking());
    await changed('desk:1', 3);
    expect(network.waiting).toHaveLength(2);
  });

  it('leaves at once when this person may not read it any more', async () => {
    await open(asking());
    await changed();
    await refuse();
    expect(isNotThere()).toBeTruthy();
    expect(screen.queryByText('Bericht 5')).toBeNull();
    expect(queries.getQueryData(postQuery(5).queryKey)).toBeUndefined();
    expect(queries.getQueryCache().findAll({ queryKey: ['comments', 5] })).toEqual([]);
  });

  it('comes back when it is theirs again', async () => {
    await open(asking());
    await changed();
    await refuse();
    await changed('desk:1', 3);
    await answer('/api/posts/5', { view: asking(), quoted: [], people: [], cursors: [] });
    expect(screen.getByText('Bericht 5')).toBeTruthy();
  });

  it('stays without an answer, and what everyone reads is not asked for', async () => {
    await open(asking());
    queries.setQueryData(postQuery(6).queryKey, { view: viewOf(post(6)), quoted: [], people: [], cursors: [] });
    await changed();
    await answer('/api/posts/5', { code: 'forbidden', request_id: 'R' }, 403);
    expect(screen.getByText('Bericht 5')).toBeTruthy();
    expect(network.waiting).toEqual(['/api/posts/5/comments?limit=100']);
    expect(queries.getQueryData(postQuery(6).queryKey)).toBeDefined();
  });

  it('and is not looked at leaves the device', async () => {
    await open(asking());
    queries.setQueryData(postQuery(9).queryKey, { view: asking({}, { id: 9 }), quoted: [], people: [], cursors: [] });
    await changed();
    expect(queries.getQueryData(postQuery(9).queryKey)).toBeUndefined();
  });
});

describe('Somebody who is of a desk', () => {
  it('hears what changes there, from who they are on', async () => {
    act(network.close);
    network = await openNetwork({ ...me, cursors: [...me.cursors, { stream: 'desk:4', cursor: 'g:3' }] });
    expect(network.asked().some((request) => request.includes('"desk:4"'))).toBe(true);
  });

  it('no more loses it at once, and not the tab of that number', async () => {
    await open(asking(), { of: group({ tabs: [tab(1), tab(21)] }) });
    await act(() => network.say({ type: 'lost', stream: 'desk:1' }));
    expect(screen.queryByText('Bericht 5')).toBeNull();
    await answer('/api/posts/5', { code: 'not_found', request_id: 'R' }, 404);
    expect(isNotThere()).toBeTruthy();
    expect(network.waiting).toEqual([]);
    expect(queries.getQueryData(groupsQuery.queryKey)?.items[0]?.tabs).toHaveLength(2);
  });

  it('that may not be followed has what they see read again, once', async () => {
    await open(asking());
    await act(() => network.say({ type: 'refused', stream: 'desk:1' }));
    await act(() => network.pass(1_000));
    await read(asking({ version: 3, state: 'answered' }));
    expect(line()).toMatch(/Beantwoord/);
    await act(() => network.pass(2_000));
    expect(network.waiting).toEqual([]);
  });

  it('reads it again when words of the stream are missing', async () => {
    await open(asking());
    await act(() => network.say({ type: 'resync', stream: 'desk:1' }));
    await act(() => network.pass(1_000));
    expect(network.waiting.toSorted()).toEqual(['/api/me', '/api/posts/5', '/api/posts/5/comments?limit=100']);
    await answer('/api/me', { ...me, ...inHr, cursors: [...me.cursors, { stream: 'desk:1', cursor: 'g:5' }] });
    expect(network.asked().at(-1)).toContain('"desk:1"');
  });
});
