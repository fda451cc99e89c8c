import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { currentReadings } from '../../src/features/groups/groups.ts';
import type { Reading } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, event, group, me, page, post, reading, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openTab } from '../tab-page.tsx';
import { visit } from '../visit.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';

/// Whatever an article shows is in view, for whoever looks at it from now on.
class InView {
  readonly look: (moments: object[]) => void;
  constructor(look: InView['look']) {
    this.look = look;
  }
  observe(target: Element) {
    const rect = { height: 200 };
    this.look([{ target, isIntersecting: true, intersectionRatio: 1, intersectionRect: rect, rootBounds: { height: 800 } }]);
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
}

const restoration = '/api/home/reading/restoration';
const justBefore = (minute: number) => new Date(Date.parse(at(minute)) - 1).toISOString();
/// Algemeen, read up to post 4.
const read = () => group({ tabs: [tab(21, {}, 0, at(4)), tab(22)] });
const back = (to: number, version: number, unread: number): Reading => reading(21, { version, unread, read_until: justBefore(to) });
const posts = [post(4), post(3), post(2, { author: me.person.id }), post(1)];

let network: Network;
let sent: unknown[];
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const articles = () => screen.queryAllByRole('article');
const article = (id: number) => articles().find((each) => each.dataset.post === String(id)) ?? expect.fail();
const unread = () => articles().filter((each) => each.dataset.unread).map((each) => Number(each.dataset.post));
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const item = () => screen.queryByRole('menuitem', { name: 'Ongelezen vanaf hier' });
const toTell = () => network.waiting.filter((path) => path.endsWith('/reading'));
const lookOn = () => act(() => network.pass(10_000));
const line = () => screen.queryByText('Nieuw sinds je vorige bezoek')?.closest('article')?.dataset.post;

async function openMenu(id: number) {
  await user().click(within(article(id)).getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
  await screen.findByRole('menuitem', { name: 'Link kopiëren' });
}

async function choose(id: number) {
  await openMenu(id);
  await user().click(item() ?? expect.fail());
}

async function undo() {
  act(() => toasts.visibleToasts[0]?.content.action?.run());
  await act(() => network.pass(0));
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  vi.stubGlobal('IntersectionObserver', InView);
  const fetch = globalThis.fetch;
  sent = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (typeof init.body === 'string') sent.push(JSON.parse(init.body));
    return fetch(path, init);
  });
  toasts.clear();
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
});

describe('"Unread from here"', () => {
  it('makes the post and what came after it unread, and draws the line below it', async () => {
    await openTab(network, read(), { posts });
    expect([unread(), line()]).toEqual([[], undefined]);
    await choose(3);
    expect(sent).toEqual([{ readings: [{ tab: 21, version: 1, read_until: justBefore(3) }] }]);
    await answer(restoration, { items: [back(3, 2, 2)] });
    expect(unread()).toEqual([4, 3]);
    expect(line()).toBe('3');
    expect(said()).toEqual(['Ongelezen vanaf dit bericht']);
    await expectAccessible(screen.getByRole('main'));
  });

  it('is not offered for what is unread, nor for an own post', async () => {
    await openTab(network, read(), { posts: [post(5), ...posts] });
    await openMenu(2);
    expect(item()).toBeNull();
    await user().keyboard('{Escape}');
    await openMenu(5);
    expect(item()).toBeNull();
  });

  it('does not move in under the pointer of whoever has the menu open', async () => {
    await openTab(network, read(), { posts: [post(5), ...posts] });
    await openMenu(5);
    await act(() => network.say(event('tab.read', 2, { reading: reading(21, { version: 2, read_until: at(5) }) }, 'user:7')));
    expect(unread()).toEqual([]);
    expect(item()).toBeNull();
  });

  it('holds while the posts are in view, and they are read as always when one comes back', async () => {
    await openTab(network, read(), { posts });
    await choose(3);
    await answer(restoration, { items: [back(3, 2, 2)] });
    await lookOn();
    expect(toTell()).toEqual([]);

    const tabs = () => within(screen.getByRole('navigation', { name: /SSC & Verkoop/ }));
    await user().click(tabs().getByRole('link', { name: 'HR' }));
    await answer('/api/tabs/22/posts', page([]));
    await user().click(tabs().getByRole('link', { name: /^Algemeen/ }));
    await lookOn();
    expect(toTell()).toEqual(['/api/tabs/21/reading']);
  });

  it('holds back that tab alone', async () => {
    const ofHr = { ...tab(22), reading: reading(22, { unread: 1 }) };
    await visit('/g/2/all', { groups: [group({ tabs: [...read().tabs.slice(0, 1), ofHr] })] });
    await act(() => network.pass(50));
    await answer('/api/groups/2/posts', page([post(6, { tab: 22 }), ...posts]));
    await choose(3);
    await answer(restoration, { items: [back(3, 2, 2)] });
    await lookOn();
    expect(toTell()).toEqual(['/api/tabs/22/reading']);
    expect(unread()).toEqual([6, 4, 3]);
  });

  it('is taken back up to where one had read, and one reads on', async () => {
    await openTab(network, read(), { posts });
    await choose(3);
    await answer(restoration, { items: [back(3, 2, 2)] });
    await undo();
    expect(sent.at(-1)).toEqual({ up_to: 4 });
    await answer('/api/tabs/21/reading', reading(21, { version: 3, read_until: at(4) }));
    expect([unread(), line()]).toEqual([[], undefined]);
    await act(() => network.say(event('post.created', 11, { post: post(6) })));
    await lookOn();
    expect(toTell()).toEqual(['/api/tabs/21/reading']);
  });

  it('offers no way back where nobody knows the post that was read last', async () => {
    await openTab(network, read(), { posts: posts.slice(1) });
    await choose(3);
    await answer(restoration, { items: [back(3, 2, 2)] });
    expect(toasts.visibleToasts.map(({ content }) => content.action)).toEqual([undefined]);
  });

  it('gives way to another device that changed it meanwhile, and says so', async () => {
    await openTab(network, read(), { posts: [post(5), ...posts] });
    await choose(3);
    await answer(restoration, { items: [reading(21, { version: 7, read_until: at(5) })] });
    expect(unread()).toEqual([]);
    expect(currentReadings().get(21)?.version).toBe(7);
    expect(said()).toEqual(['Er is intussen iets veranderd op een ander apparaat. Het bericht is nog gelezen.']);
  });

  it.each([
    ['failed', { status: 503, code: 'overloaded', request_id: 'R-1' }, 503],
    ['came too late', { items: [reading(21, { version: 7, read_until: at(4) })] }, 200],
  ])('holds nothing back when it %s', async (_how, body, status) => {
    await openTab(network, read(), { posts });
    await choose(3);
    await answer(restoration, body, status);
    expect(said()).toHaveLength(1);
    await act(() => network.say(event('post.created', 11, { post: post(6) })));
    await lookOn();
    expect(toTell()).toEqual(['/api/tabs/21/reading']);
  });

  it('comes before what was seen and still to be told', async () => {
    await openTab(network, read(), { posts: [post(5), ...posts] });
    await act(() => network.pass(1_000));
    await choose(3);
    await answer(restoration, { items: [back(3, 2, 3)] });
    await lookOn();
    expect(toTell()).toEqual([]);
  });

  it('waits for what is being told about the tab', async () => {
    await openTab(network, read(), { posts: [post(5), ...posts] });
    await lookOn();
    expect(toTell()).toEqual(['/api/tabs/21/reading']);
    await choose(3);
    expect(network.waiting).not.toContain(restoration);
    await answer('/api/tabs/21/reading', reading(21, { version: 2, read_until: at(5) }));
    expect(sent.at(-1)).toEqual({ readings: [{ tab: 21, version: 2, read_until: justBefore(3) }] });
  });

  it('ends when one marks all as read, and holds again when that is taken back', async () => {
    await openTab(network, read(), { posts: [post(6), post(5), ...posts] });
    await choose(3);
    await answer(restoration, { items: [back(3, 2, 4)] });
    toasts.clear();
    fireEvent.click(screen.getByRole('button', { name: 'Alles gelezen' }));
    await answer('/api/home/reading', { items: [reading(21, { version: 3, read_until: at(6) })] });
    expect([unread(), line()]).toEqual([[], '5']);
    await undo();
    await answer(restoration, { items: [back(3, 4, 4)] });
    expect([unread(), line()]).toEqual([[6, 5, 4, 3], '3']);
    await lookOn();
    expect(toTell()).toEqual([]);
  });

  it('goes by u from the post where the focus is', async () => {
    await openTab(network, read(), { posts });
    act(() => article(2).focus());
    await user().keyboard('u');
    expect(sent).toEqual([]);
    act(() => article(3).focus());
    await user().keyboard('u');
    expect(sent).toEqual([{ readings: [{ tab: 21, version: 1, read_until: justBefore(3) }] }]);
  });

  it('on the page of a post holds nothing back in the feed that one opens next', async () => {
    await visit('/p/4', { groups: [read()] });
    await act(() => network.pass(50));
    await answer('/api/posts/4', { view: page([post(4)]).items[0], quoted: [], people: [], cursors: [{ stream: 'group:2', cursor: 'g:10' }] });
    await choose(4);
    await answer(restoration, { items: [back(4, 2, 1)] });
    expect(said()).toEqual(['Ongelezen vanaf dit bericht']);
    await user().click(screen.getByRole('link', { name: 'SSC & Verkoop, Algemeen' }));
    await act(() => network.pass(50));
    await answer('/api/tabs/21/posts', page(posts));
    await lookOn();
    expect(toTell()).toEqual(['/api/tabs/21/reading']);
  });
});

describe('Home', () => {
  const everything = '/api/home/posts?unread=true&per_tab=10&limit=100';
  const toRead = () => network.waiting.filter((path) => path === everything);

  async function opened() {
    const unreadYet = group({ tabs: [{ ...tab(21), reading: reading(21, { unread: 2, read_until: at(2) }) }, tab(22)] });
    await visit('/', { groups: [unreadYet] });
    await act(() => network.pass(50));
    await answer(everything, page([post(4), post(3)]));
    await act(() => network.say(event('tab.read', 2, { reading: reading(21, { version: 2, read_until: at(4) }) }, 'user:7')));
    expect(unread()).toEqual([]);
  }

  it('asks for what is unread again, on whichever device one said so', async () => {
    await opened();
    await act(() => network.say(event('tab.read', 3, { reading: back(1, 3, 3) }, 'user:7')));
    expect(toRead()).toHaveLength(1);
  });

  it('stays as it is when all of that still stands there', async () => {
    await opened();
    await choose(3);
    await answer(restoration, { items: [back(3, 3, 2)] });
    expect(toRead()).toEqual([]);
    expect(unread()).toEqual([4, 3]);
  });
});
