import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { putConfirmed } from '../../src/features/news/events.ts';
import { waitingNewsQuery } from '../../src/features/news/waitingNews.ts';
import type { PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { department, event, me, news, page, post, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import { finance, logistics, newsView } from './card-page.ts';
// What Home fetches is here already: a busy machine loads it slowly.
import '../../src/features/home/WaitingNews.tsx';

const path = '/api/home/waiting-news';
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
let network: Network;

const answer = (...items: PostView[]) => act(() => network.answer(path, page([], { items, cursors })));
const say = (...events: ReturnType<typeof event>[]) => act(() => network.say(...events));
const reads = () => network.waiting.filter((each) => each === path).length;
const pass = () => act(() => network.pass(2_500));
const section = () => screen.queryByRole('region', { name: 'Nieuws dat op je wacht' });
const lines = () => within(section() ?? expect.fail('news waits')).getAllByRole('link');
/// In the rail and in the bottom bar: one of them is drawn for the eye.
const isMarked = () => screen.queryAllByText(/er wacht iets op je/).length > 0;

/// Affects both departments, of which this person heads the first.
const affecting = (version: number, byFinance = false) =>
  news(version, {
    must_read: false,
    affects: [{ department: 1, ...(byFinance && { acknowledgement: { by: 7, note: 'Doen we.', at: '2026-11-23T09:00:00.000Z' } }) }, { department: 2 }],
  });

/// Home, or another page, of someone who has not been on Home.
const open = (address = '/') =>
  visit(address, {
    knowing: () => {
      queries.removeQueries({ queryKey: waitingNewsQuery.queryKey });
      queries.setQueryData(departmentsQuery.queryKey, { items: [finance, logistics], cursors: [] });
    },
  });

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork({ ...me, cursors: [...me.cursors, { stream: 'organisation', cursor: 'g:1' }] });
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
});

describe('Home', () => {
  it('shows first what news waits, of whom, where, why, and the way there', async () => {
    await open();
    expect(section()).toBeNull();
    await answer(newsView(news(1)), newsView(affecting(1), { id: 6 }));
    const [first, second] = lines();
    expect(first?.textContent).toContain('Nieuwe tarieven vanaf januari');
    expect(first?.textContent).toContain('Priya Ramdin');
    expect(first?.textContent).toContain('SSC & Verkoop\u00A0› Algemeen');
    expect(first?.textContent).toMatch(/Graag bevestigen$/);
    expect(first?.getAttribute('href')).toBe('/p/5');
    expect(second?.textContent).toMatch(/Raakt Finance$/);
    expect(second?.getAttribute('href')).toBe('/p/6');
    const [heading] = screen.getAllByRole('heading', { level: 2 }).filter((each) => each.closest('main'));
    expect(heading?.textContent.trim()).toBe('Nieuws dat op je wacht');
    await expectAccessible(screen.getByRole('main'));
  });

  it('shows nothing when nothing waits', async () => {
    await open();
    await answer();
    expect(section()).toBeNull();
    expect(isMarked()).toBe(false);
  });

  it('is marked in the rail while news waits', async () => {
    await open();
    await answer(newsView(news(1)));
    expect(isMarked()).toBe(true);
    await say(event('news.confirmed', 2, { post: 5 }, 'user:7'));
    expect(isMarked()).toBe(false);
  });

  it('costs another page no request, and tells it nothing', async () => {
    await open('/groups');
    await pass();
    expect(reads()).toBe(0);
    await say(event('post.created', 11, { post: post(12, { kind: 'news' }) }));
    await pass();
    expect(reads()).toBe(0);
  });
});

describe('What waits', () => {
  it('goes once it is confirmed, and is read again: there may be room for another', async () => {
    await open();
    await answer(newsView(news(1)), newsView(affecting(1), { id: 6 }));
    await say(event('news.confirmed', 2, { post: 5 }, 'user:7'));
    expect(lines().map((line) => line.getAttribute('href'))).toEqual(['/p/6']);
    await pass();
    await answer(newsView(affecting(1), { id: 6 }), newsView(news(1), { id: 4 }));
    expect(lines()).toHaveLength(2);
  });

  it('goes at once when one confirms it here', async () => {
    await open();
    await answer(newsView(news(1)));
    act(() => putConfirmed(5, news(2, { confirmed: 1 })));
    await act(() => network.pass(50));
    expect(section()).toBeNull();
  });

  it('stays while another department takes it up, and goes when the own one does', async () => {
    await open();
    await answer(newsView(affecting(1)));
    const changed = (seq: number, to: ReturnType<typeof affecting>) => event('news.changed', seq, { post: 5, tab: 21, group: 2, news: to });
    const byOthers = { ...affecting(2), affects: [{ department: 1 }, { department: 2, acknowledgement: { by: 40, note: 'Wij ook.', at: '2026-11-23T09:00:00.000Z' } }] };
    await say(changed(11, byOthers));
    expect(lines()).toHaveLength(1);
    await say(changed(12, affecting(3, true)));
    expect(section()).toBeNull();
  });

  it('is not read again each time that somebody else confirms', async () => {
    await open();
    await answer(newsView(news(1)));
    await say(event('news.changed', 11, { post: 5, tab: 21, group: 2, news: news(2, { confirmed: 40 }) }));
    await pass();
    expect(reads()).toBe(0);
    expect(lines()).toHaveLength(1);
  });

  it('has its new title when it is edited, and goes when it is deleted', async () => {
    await open();
    await answer(newsView(news(1)));
    const blocks = [{ type: 'heading' as const, level: 1, children: [{ type: 'text' as const, text: 'Toch geen nieuwe tarieven' }] }];
    await say(event('post.edited', 11, { post: post(5, { kind: 'news', version: 2, blocks }) }));
    expect(lines()[0]?.textContent).toContain('Toch geen nieuwe tarieven');
    await say(event('post.deleted', 12, { post: 5, tab: 21, group: 2, version: 3 }));
    expect(section()).toBeNull();
  });

  it('is read again once for all that comes in a moment', async () => {
    await open();
    await answer();
    await say(event('post.created', 11, { post: post(12, { kind: 'news' }) }), event('post.created', 12, { post: post(13, { kind: 'news' }) }));
    await pass();
    expect(reads()).toBe(1);
    await answer(newsView(news(1), { id: 12 }));
    expect(lines()).toHaveLength(1);
  });

  it.each([
    ['tab.followed', { reading: { ...tab(21).reading, version: 2, following: 'muted' as const } }, 'user:7'],
    ['tabs.changed', { group: 2 }, 'user:7'],
    ['access.changed', { person: 7 }, 'user:7'],
    ['group.joined', { group: 2 }, 'user:7'],
    ['department.changed', { department: department(2, { version: 2, heads: [7] }) }, 'organisation'],
  ] as const)('is read again when what one may read, or answers for, changes: %s', async (type, data, stream) => {
    await open();
    await answer();
    await say(event(type, 2, data as never, stream));
    await pass();
    expect(reads()).toBe(1);
  });

  it.each([
    ['an update', post(12)],
    ['own news', post(12, { kind: 'news', author: 7 })],
  ])('is not read again for %s', async (_what, of) => {
    await open();
    await answer();
    await say(event('post.created', 11, { post: of }));
    await pass();
    expect(reads()).toBe(0);
  });

  it('leaves at once with a tab that one reads no more', async () => {
    await open();
    await answer(newsView(news(1)), newsView(news(1), { id: 6, tab: 22 }));
    await say(event('tab.removed', 11, { tab: 21, group: 2 }));
    expect(lines().map((line) => line.getAttribute('href'))).toEqual(['/p/6']);
  });

  it('leaves at once with the group that one leaves', async () => {
    await open();
    await answer(newsView(news(1)));
    await say(event('member.removed', 11, { group: 2, person: 7 }));
    expect(section()).toBeNull();
  });
});
