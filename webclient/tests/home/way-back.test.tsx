import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { mostTalked } from '../../src/features/home/talked.ts';
import { comesBack } from '../../src/features/home/wayBack.ts';
import { waitingNewsQuery } from '../../src/features/news/waitingNews.ts';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, event, group, me, news, page, post, reading, tab, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What Home fetches is here already: a busy machine loads it slowly.
import '../../src/features/home/Talked.tsx';
import '../../src/features/home/WaitingNews.tsx';
import '../../src/features/home/WelcomeBack.tsx';

const day = 24 * 3_600_000;
const seen = `plein.${String(me.person.id)}.home-seen`;
const { queryKey } = feedQuery({ kind: 'home', part: 'unread' });
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const card = () => screen.queryByRole('region', { name: 'Welkom terug' });
const talked = () => screen.queryByRole('region', { name: 'Hier is veel op gereageerd' });
const groupWith = (unread: number, readUntil: string | undefined = at(0)) => group({ tabs: [tab(21, {}, unread, readUntil), tab(22)] });
const answered = (id: number, comments: number, emoji = 0): PostView =>
  viewOf(post(id), { thread: { comments, version: 1 }, reactions: { counts: emoji > 0 ? [{ kind: 'like', count: emoji }] : [], version: 1 } });

async function open(unread: number, items: PostView[], waiting: PostView[] = []) {
  const drawn = await visit('/', {
    groups: [groupWith(unread)],
    knowing: () => {
      queries.setQueryData(queryKey, { pages: [page([], { items })] });
      queries.setQueryData(waitingNewsQuery.queryKey, page([], { items: waiting, cursors: [] }));
    },
  });
  await act(() => network.pass(50));
  return drawn;
}

beforeEach(async () => {
  localStorage.clear();
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
  localStorage.clear();
});

describe('Who comes back', () => {
  const now = Date.parse(at(30));
  const away = (days: number) => ({ seenAt: now - days * day, closedAt: undefined, now });

  it('was away for more than five days, or has much to read', () => {
    expect(comesBack({ groups: [groupWith(3)], ...away(6) })).toBe(true);
    expect(comesBack({ groups: [groupWith(3)], ...away(4) })).toBe(false);
    expect(comesBack({ groups: [groupWith(61)], ...away(1) })).toBe(true);
    expect(comesBack({ groups: [groupWith(61)], seenAt: undefined, closedAt: undefined, now })).toBe(true);
    expect(comesBack({ groups: [groupWith(60)], seenAt: undefined, closedAt: undefined, now })).toBe(false);
  });

  it('is nobody with nothing to read, nobody who is new, and nobody who said so a few days ago', () => {
    expect(comesBack({ groups: [groupWith(0)], ...away(20) })).toBe(false);
    const fresh = group({ tabs: [{ ...tab(21), reading: reading(21, { unread: 90 }) }] });
    expect(comesBack({ groups: [fresh], ...away(20) })).toBe(false);
    expect(comesBack({ groups: [groupWith(90)], ...away(1), closedAt: now - 2 * day })).toBe(false);
    expect(comesBack({ groups: [groupWith(90)], ...away(1), closedAt: now - 6 * day })).toBe(true);
  });

  it('finds what others answered most first, without what stands above it', () => {
    const items = [answered(1, 0), answered(2, 3), answered(3, 1, 9), answered(4, 8), answered(5, 1), answered(6, 2), answered(7, 1)];
    expect(mostTalked(items, new Set([4])).map((view) => view.post.id)).toEqual([3, 2, 6, 5, 7]);
  });
});

describe('The way back, on Home', () => {
  it('leads through what waits and what others answered most, each once', async () => {
    localStorage.setItem(seen, JSON.stringify(Date.now() - 9 * day));
    const mustRead = viewOf(post(9, { kind: 'news' }), { news: news(1), thread: { comments: 40, version: 1 } });
    await open(4, [mustRead, answered(3, 5, 2), answered(2, 0), answered(1, 8)], [mustRead]);
    expect(card()).toBeTruthy();
    const order = within(screen.getByRole('main')).getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent.trim());
    expect(order.slice(0, 3)).toEqual(['Welkom terug', 'Nieuws dat op je wacht', 'Hier is veel op gereageerd']);
    const lines = within(talked() ?? expect.fail('nobody answered')).getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(lines).toEqual(['/p/1', '/p/3']);
    expect(within(talked() ?? expect.fail()).getByText('5 reacties')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('is still there for whoever comes back from a post on the way', async () => {
    localStorage.setItem(seen, JSON.stringify(Date.now() - 9 * day));
    const { router } = await open(2, [answered(1, 7)]);
    await act(() => network.pass(100));
    expect(Number(localStorage.getItem(seen))).toBeGreaterThan(Date.now() - day);
    await act(() => router.navigate({ to: '/help' }));
    await act(() => router.navigate({ to: '/' }));
    await act(() => network.pass(100));
    expect(card()).toBeTruthy();
  });

  it('stays while one reads: what is seen becomes read, and the page does not fold', async () => {
    localStorage.setItem(seen, JSON.stringify(Date.now() - 9 * day));
    await open(1, [answered(1, 7)]);
    await act(() => network.say(event('tab.read', 2, { reading: reading(21, { version: 5, read_until: at(9) }) }, 'user:7')));
    expect(screen.getByText('Geen nieuwe berichten.')).toBeTruthy();
    expect([card(), talked()]).not.toContain(null);
  });

  it('goes at one press, and stays away when the page is opened anew', async () => {
    await open(90, [answered(1, 7)]);
    await user().click(screen.getByRole('button', { name: 'Niet meer tonen' }));
    expect([card(), talked()]).toEqual([null, null]);
    cleanup();
    await open(90, [answered(1, 7)]);
    expect(card()).toBeNull();
  });

  it('has nothing to mark where all was seen meanwhile, and goes', async () => {
    localStorage.setItem(seen, JSON.stringify(Date.now() - 9 * day));
    await open(1, [answered(1, 7)]);
    await act(() => network.say(event('tab.read', 2, { reading: reading(21, { version: 5, read_until: at(9) }) }, 'user:7')));
    await user().click(screen.getByRole('button', { name: 'Markeer de rest als gelezen' }));
    expect(card()).toBeNull();
    expect(network.waiting).not.toContain('/api/home/reading');
  });

  it('marks all the rest as read at one press, also what is not loaded yet, with a way back', async () => {
    await open(90, [answered(2, 7)]);
    queries.setQueryData(queryKey, { pages: [page([], { items: [answered(2, 7)], next: 'x' })] });
    await user().click(screen.getByRole('button', { name: 'Markeer de rest als gelezen' }));
    await act(() => network.answer('/api/home/posts?unread=true&per_tab=10&limit=100&before=x', page([post(1, { tab: 22 })])));
    const marked = [reading(21, { version: 5, read_until: at(2) }), reading(22, { version: 5, read_until: at(2) })];
    await act(() => network.answer('/api/home/reading', { items: marked }));
    expect(toasts.visibleToasts.map(({ content }) => [content.message, content.action?.label])).toEqual([['Alles is gelezen', 'Ongedaan maken']]);
    expect(card()).toBeNull();
  });
});
