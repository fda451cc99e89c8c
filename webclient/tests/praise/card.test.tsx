import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { forgetPeople, learnPeople } from '../../src/features/people/people.ts';
import { applyPostEvent, type PostEvent } from '../../src/features/posts/events.ts';
import { FeedList } from '../../src/features/posts/FeedList.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { queries } from '../../src/state/queries.ts';
import type { Post } from '../../src/protocol/generated.ts';
import { useQuery } from '@tanstack/react-query';
import { draw, expectAccessible } from '../draw.tsx';
import { event, page, person, post, viewOf } from '../make.ts';
// What the menu's button fetches is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const me = 7;
const people = [person(8, 'Daan Smit'), person(30, 'Fatma Yıldız'), person(31, 'Piotr Nowak'), person(32, 'Gerrit Postma'), person(33, 'Lisanne Bos')];
const praising = (praised: number[], more: Partial<Post> = {}) => post(5, { kind: 'praise', praised, ...more });

/// The feed of a tab: what happens there changes here.
function TabFeed() {
  const { data } = useQuery({ ...feedQuery(scope), enabled: false });
  const items = data?.pages.flatMap((each) => each.items) ?? [];
  return <FeedList label="Berichten" items={items} readings={new Map()} places="none" isOpenEnded={false} observer={undefined} />;
}

const fetch = vi.fn<typeof globalThis.fetch>();

async function show(of: Post) {
  const drawn = await draw(<TabFeed />);
  const mine = { may_edit: of.author === me, may_delete: of.author === me, kept: false, confirmed: false, wanted: false };
  act(() => {
    learnPeople(people);
    queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items: [viewOf(of, { mine })] })] });
  });
  await screen.findByRole('article');
  return { ...drawn, user: userEvent.setup() };
}

const card = () => screen.getByRole('article');
const sentence = () => within(card()).getByText('Compliment voor').closest('p')?.textContent;
const faces = () => [...card().querySelectorAll('[data-initials]')].slice(1).map((face) => face.getAttribute('data-initials'));

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  forgetPeople();
  fetch.mockReset();
  vi.unstubAllGlobals();
  toasts.clear();
});

describe('Praise in a feed', () => {
  it('says what it is, and for whom, with their work and a way to their page', async () => {
    const { container } = await show(praising([30]));
    expect(within(card()).getByText('Compliment')).toBeTruthy();
    expect(sentence()).toBe('Compliment voor Fatma Yıldız');
    expect(within(card()).getByRole('link', { name: 'Fatma Yıldız' }).getAttribute('href')).toBe('/people/30');
    expect(faces()).toEqual(['FY']);
    expect(within(card()).getAllByText('accountmanager')).toHaveLength(2);
    await expectAccessible(container);
  });

  it.each([
    [[30, 8], 'Compliment voor Fatma Yıldız en Daan Smit', ['FY', 'DS']],
    [[30, 8, 31], 'Compliment voor Fatma Yıldız, Daan Smit en Piotr Nowak', ['FY', 'DS', 'PN']],
  ])('names up to three people: %s', async (praised, said, shown) => {
    await show(praising(praised));
    expect(sentence()).toBe(said);
    expect(faces()).toEqual(shown);
    expect(within(card()).queryByRole('button', { name: /anderen/ })).toBeNull();
  });

  it('of more names two and how many others, and all of them when one asks', async () => {
    const { user, container } = await show(praising([30, 8, 31, 32, 33]));
    expect(sentence()).toBe('Compliment voor Fatma Yıldız, Daan Smit en 3 anderen');
    expect(within(card()).queryByRole('link', { name: 'Piotr Nowak' })).toBeNull();
    await expectAccessible(container);
    await user.click(within(card()).getByRole('button', { name: '3 anderen' }));
    expect(sentence()).toBe('Compliment voor Fatma Yıldız, Daan Smit, Piotr Nowak, Gerrit Postma en Lisanne Bos');
    expect(within(card()).getByRole('link', { name: 'Lisanne Bos' }).getAttribute('href')).toBe('/people/33');
    expect(within(card()).queryByRole('button', { name: /anderen/ })).toBeNull();
    expect(document.activeElement?.textContent).toBe(sentence());
  });

  it('for who looks says so first, and stands out', async () => {
    await show(praising([30, 8, 31, 32, me]));
    expect(sentence()).toBe('Compliment voor jou, Fatma Yıldız en 3 anderen');
    expect(within(card()).getByRole('link', { name: 'jou' }).getAttribute('href')).toBe('/people/7');
    expect(faces()[0]).toBe('RM');
    expect(card().querySelector('[data-own]')).toBeTruthy();
  });

  it('for others does not', async () => {
    await show(praising([30]));
    expect(card().querySelector('[data-own]')).toBeNull();
  });

  it('for somebody whom this page does not know yet is for a colleague, until it does', async () => {
    await show(praising([99]));
    expect(sentence()).toBe('Compliment voor een collega');
    act(() => learnPeople([person(99, 'Samira El Idrissi')]));
    expect(sentence()).toBe('Compliment voor Samira El Idrissi');
  });

  it('that is edited changes its words, not whom it is for', async () => {
    const { user } = await show(praising([30, 8], { author: me, body: 'Dank' }));
    await user.click(within(card()).getByRole('button', { name: /Wat kun je doen/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
    expect(sentence()).toBe('Compliment voor Fatma Yıldız en Daan Smit');
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.type(await screen.findByLabelText('Bericht aanpassen'), ' allebei');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    const [, request] = fetch.mock.calls.find(([path]) => path === '/api/posts/5') ?? [];
    expect(JSON.parse(request?.body as string)).toEqual({ version: 1, body: 'Dank allebei', mark: 'work' });
  });

  it('comes with whom it is for, as it happens', async () => {
    await show(post(4));
    act(() => applyPostEvent(event('post.created', 11, { post: praising([8]) }) as PostEvent));
    expect((await screen.findByText('Compliment voor')).closest('p')?.textContent).toBe('Compliment voor Daan Smit');
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });

  it('that was deleted comes back with whom it is for', async () => {
    const { user } = await show(praising([30], { author: me }));
    const restored = JSON.stringify(praising([30], { author: me, version: 3 }));
    fetch.mockImplementation((path, init) => {
      if (init?.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
      return path === '/api/posts/5/restoration' ? Promise.resolve(new Response(restored)) : new Promise(() => undefined);
    });
    await user.click(within(card()).getByRole('button', { name: /Wat kun je doen/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Verwijderen' }));
    await waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    expect(screen.queryByRole('article')).toBeNull();
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    await screen.findByRole('article');
    expect(sentence()).toBe('Compliment voor Fatma Yıldız');
  });
});
