import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { changeView } from '../../src/features/posts/queries.ts';
import { api } from '../../src/protocol/client.ts';
import type { GroupView, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, comment, commentView, group, me, post, tab, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openPostMenu, openTab } from '../tab-page.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/moving/MoveDialog.tsx';
import '../../src/features/posts/PostActions.tsx';

const path = '/api/posts/5/tab';
const own = post(5, { author: me.person.id });
const moved = (to: number, version: number, of: Post = own): Post => ({ ...of, tab: to, version });
const running = group({
  group: { ...group().group, id: 4, name: 'Hardlopen' },
  member_count: 12,
  tabs: [tab(41, { group: 4, name: 'Trainingen' })],
});
const theirs = 'Anderen reageerden hier al. Wat zij schreven, is niet voor meer mensen bedoeld. Deel het bericht liever als link.';
const refused = (code: string, field?: string) => ({ code, ...(field === undefined ? {} : { field }), request_id: 'R' });

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (body: object, status = 200) => act(() => network.answer(path, status === 200 ? body : { status, ...body }, status));
const item = () => screen.queryByRole('menuitem', { name: 'Verplaatsen' });
const dialog = () => within(screen.getByRole('dialog', { name: 'Verplaats het bericht' }));
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const places = (name: RegExp) => within(dialog().getByRole('combobox', { name })).getAllByRole('option').map(({ textContent }) => textContent);

/// A post of the tab Algemeen, with its menu open.
async function open(of: Post = own, view: GroupView = group(), others: GroupView[] = [], talk = viewOf(of)) {
  await openTab(network, view, { posts: [of] });
  act(() => {
    changeView(of.id, () => talk);
    queries.setQueryData(groupsQuery.queryKey, { items: [view, ...others], cursors: [] });
  });
  await openPostMenu(network);
}

async function openDialog(of: Post = own, view: GroupView = group(), others: GroupView[] = [], talk = viewOf(of)) {
  await open(of, view, others, talk);
  await user().click(item() ?? expect.fail());
  await screen.findByRole('dialog', { name: 'Verplaats het bericht' });
}

const choose = (where: string) => user().selectOptions(dialog().getByRole('combobox', { name: /^Waar in/ }), where);
const press = (name: string) => user().click(dialog().getByRole('button', { name }));

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('Moving a post is offered', () => {
  it.each([
    ['to its author', own, group()],
    ['to who looks after the tab', post(5), group({ role: 'moderator' })],
  ])('%s', async (_whom, of, view) => {
    await open(of, view);
    expect(item()).toBeTruthy();
  });

  it.each([
    ['to others', post(5), group()],
    ['to anyone in an archived group', own, group({ role: 'owner', archived: true })],
    ['for what only a desk reads', { ...own, state: 'confidential' as const }, group()],
  ])('not %s', async (_whom, of, view) => {
    await open(of, view);
    expect(item()).toBeNull();
  });
});

describe('The places', () => {
  const mixed = group({
    tabs: [tab(21), tab(22), { ...tab(23, { name: 'Directie' }), may_post: false }, { ...tab(24, { name: 'Prikbord' }), needs_approval: true }],
  });

  it('are those where its author posts without approval, in every group of theirs', async () => {
    await openDialog(own, mixed, [running]);
    expect(places(/^Naar welke groep/)).toEqual(['SSC & Verkoop', 'Hardlopen']);
    expect(places(/^Waar in SSC & Verkoop/)).toEqual(['Kies een plek', 'HR']);
    await user().selectOptions(dialog().getByRole('combobox', { name: 'Naar welke groep?' }), 'Hardlopen');
    expect(places(/^Waar in Hardlopen/)).toEqual(['Kies een plek', 'Trainingen']);
  });

  it('are those of its own group for who did not write it, and that is said', async () => {
    await openDialog(post(5), group({ role: 'moderator' }), [running]);
    expect(dialog().queryByRole('combobox', { name: /^Naar welke groep/ })).toBeNull();
    expect(places(/^Waar in/)).toEqual(['Kies een plek', 'HR']);
    expect(dialog().getByText(/Dit bericht is van iemand anders/)).toBeTruthy();
  });

  it('may be none at all', async () => {
    await openDialog(own, group({ tabs: [tab(21)] }));
    expect(dialog().getByText('Er is geen andere plek waar je iets kunt plaatsen.')).toBeTruthy();
  });
});

describe('Moving a post', () => {
  it('says who reads it there and what goes along, takes it off this page, and leads back', async () => {
    const asked = vi.spyOn(api, 'movePost');
    await openDialog();
    await press('Verplaats');
    expect(dialog().getByText('Kies waar het bericht heen gaat.')).toBeTruthy();
    await choose('HR');
    expect(dialog().getByText('Zichtbaar voor 31 leden van SSC & Verkoop.')).toBeTruthy();
    expect(dialog().getByText('Reacties, antwoorden en emoji gaan mee.')).toBeTruthy();
    await expectAccessible(screen.getByRole('dialog'));
    await press('Verplaats');
    expect(asked).toHaveBeenLastCalledWith({ post: 5, tab: 22, wider: false });
    await answer(moved(22, 2));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(shown()).toEqual([]);
    expect(said()).toEqual(['Het bericht staat nu in SSC & Verkoop\u00A0› HR']);
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(asked).toHaveBeenLastCalledWith({ post: 5, tab: 21, wider: false });
    await answer(moved(21, 3));
    expect(shown()).toEqual([5]);
  });

  it('leads back to more people only once its author has heard so', async () => {
    const asked = vi.spyOn(api, 'movePost');
    await openDialog();
    await choose('HR');
    await press('Verplaats');
    await answer(moved(22, 2));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    toasts.clear();
    await answer(refused('conflict', 'audience'), 409);
    expect(said()).toEqual(['Het bericht is nog niet terug. Daar lezen mensen mee die dit nu niet kunnen lezen. Zij zien dan ook alle reacties.']);
    expect(shown()).toEqual([]);
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(asked).toHaveBeenLastCalledWith({ post: 5, tab: 21, wider: true });
    toasts.clear();
    await answer(refused('conflict', 'comments'), 409);
    expect(said()).toEqual([`Verplaatsen lukte niet. ${theirs}`]);
  });

  it.each([
    ['comments', theirs],
    ['author', 'Wie het schreef, leest daar niet mee.'],
  ])('says in its dialog what it may not do to others, until one chooses another place: %s', async (field, words) => {
    const asked = vi.spyOn(api, 'movePost');
    await openDialog(own, group({ tabs: [tab(21), tab(22), tab(23, { name: 'Inkoop' })] }));
    await choose('HR');
    await press('Verplaats');
    await answer(refused('conflict', field), 409);
    expect(dialog().getByRole('alert').textContent).toBe(words);
    expect(said()).toEqual([]);
    await press('Verplaats');
    expect(asked).toHaveBeenCalledTimes(1);
    await choose('Inkoop');
    expect(dialog().queryByRole('alert')).toBeNull();
    await press('Verplaats');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  describe('that others spoke below', () => {
    const guests = tab(23, { name: 'Met leveranciers', audience: 'guests' });
    const spoken = (author: number) => viewOf(own, { thread: { comments: 1, version: 1 }, latest: [commentView(comment(1, { author }))] });

    it.each([
      ['with others there', 3, 'Met leveranciers', [theirs]],
      ['with the same readers', 3, 'HR', []],
      ['and wrote that oneself', me.person.id, 'Met leveranciers', []],
    ])('is known before it is asked, where it is to be read by more: %s', async (_what, author, where, words) => {
      await openDialog(own, group({ tabs: [tab(21), tab(22), guests] }), [], spoken(author));
      await choose(where);
      expect(dialog().queryAllByRole('alert').map(({ textContent }) => textContent)).toEqual(words);
      const asked = vi.spyOn(api, 'movePost');
      await press('Verplaats');
      expect(asked).toHaveBeenCalledTimes(words.length === 0 ? 1 : 0);
      await expectAccessible(screen.getByRole('dialog'));
    });
  });

  it('says that what it said before goes, where more people read it', async () => {
    await openDialog({ ...own, edited_at: at(6) });
    await choose('HR');
    await press('Verplaats');
    await answer(refused('conflict', 'audience'), 409);
    expect(dialog().getByRole('alert').textContent).toMatch(/alle reacties\. Eerdere versies van het bericht verdwijnen\.$/);
  });

  it('asks its author before more people read it, and then does it', async () => {
    const asked = vi.spyOn(api, 'movePost');
    await openDialog(own, group(), [running]);
    await user().selectOptions(dialog().getByRole('combobox', { name: 'Naar welke groep?' }), 'Hardlopen');
    await choose('Trainingen');
    await press('Verplaats');
    await answer(refused('conflict', 'audience'), 409);
    expect(dialog().getByRole('alert').textContent).toBe('Daar lezen mensen mee die dit nu niet kunnen lezen. Zij zien dan ook alle reacties.');
    expect(said()).toEqual([]);
    await press('Toch verplaatsen');
    expect(asked).toHaveBeenLastCalledWith({ post: 5, tab: 41, wider: true });
    await answer({ ...moved(41, 2), group: 4 });
    expect(shown()).toEqual([]);
  });

  it('says that it is pinned no more', async () => {
    await openDialog({ ...own, pinned_at: at(6) });
    await choose('HR');
    expect(dialog().getByText('Het bericht staat daar niet meer vast.')).toBeTruthy();
  });

  it('asks anew for another place', async () => {
    const third = group({ tabs: [tab(21), tab(22), tab(23, { name: 'Inkoop' })] });
    const asked = vi.spyOn(api, 'movePost');
    await openDialog(own, third);
    await choose('HR');
    await press('Verplaats');
    await answer(refused('conflict', 'audience'), 409);
    await choose('Inkoop');
    await press('Verplaats');
    expect(asked).toHaveBeenLastCalledWith({ post: 5, tab: 23, wider: false });
  });

  it('before more people is its author’s alone, and others read so', async () => {
    const asked = vi.spyOn(api, 'movePost');
    await openDialog(post(5), group({ role: 'moderator' }));
    await choose('HR');
    await press('Verplaats');
    await answer(refused('conflict', 'audience'), 409);
    expect(dialog().getByRole('alert').textContent).toMatch(/Alleen wie het schreef/);
    await press('Verplaats');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('leads back for who looks after the place where it is now, without showing it to more people', async () => {
    const asked = vi.spyOn(api, 'movePost');
    await openDialog(post(5), group({ role: 'moderator' }));
    await choose('HR');
    await press('Verplaats');
    await answer(moved(22, 2, post(5)));
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(asked).toHaveBeenLastCalledWith({ post: 5, tab: 21, wider: false });
    toasts.clear();
    await answer(refused('conflict', 'audience'), 409);
    expect(said()).toEqual(['Verplaatsen lukte niet. Daar lezen mensen mee die dit nu niet kunnen lezen. Alleen wie het schreef, kan het daar zetten.']);
  });

  it('does not lead back for who has no say there', async () => {
    await openDialog(post(5), group({ tabs: [{ ...tab(21), may_manage: true }, tab(22)] }));
    await choose('HR');
    await press('Verplaats');
    await answer(moved(22, 2, post(5)));
    expect(toasts.visibleToasts.map(({ content }) => content.action)).toEqual([undefined]);
  });

  it.each([
    ['conflict', 'tab', 409, 'Verplaatsen lukte niet. Daar keurt iemand berichten eerst goed.'],
    ['forbidden', 'tab', 403, 'Verplaatsen lukte niet. Je kunt daar niets plaatsen.'],
    ['not_found', 'tab', 404, 'Verplaatsen lukte niet. Die plek is er niet, of je kunt die niet zien.'],
    ['not_found', undefined, 404, 'Verplaatsen lukte niet. Dit is er niet, of je kunt het niet zien.'],
  ])('that the server refuses says why, and the choice stays: %s %s', async (code, field, status, words) => {
    await openDialog();
    await choose('HR');
    await press('Verplaats');
    await answer(refused(code, field), status);
    expect(said()).toEqual([words]);
    expect(shown()).toEqual([5]);
    expect(dialog().getByRole<HTMLSelectElement>('combobox', { name: /^Waar in/ }).value).toBe('22');
  });
});
