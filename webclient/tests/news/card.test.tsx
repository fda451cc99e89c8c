import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, me, news } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { button, card, newsPage, newsView, paper, refused, said } from './card-page.ts';

let network: Network;
const page = newsPage(() => network);
const path = '/api/posts/5/news/confirmation';
const headings = () => within(card()).getAllByRole('heading').map(({ tagName, textContent }) => `${tagName} ${textContent}`);

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

describe('The card of news', () => {
  it('has the title as a heading, the lead below it, and the text with its own headings below the title', async () => {
    await page.open(newsView(news(1, { must_read: false })));
    expect(within(card()).getByText('Nieuws')).toBeTruthy();
    expect(headings()).toEqual(['H2 Priya Ramdin', 'H3 Nieuwe tarieven vanaf januari', 'H4 Wat verandert er']);
    const title = screen.getByRole('heading', { name: 'Nieuwe tarieven vanaf januari' });
    const lead = screen.getByText('Voor alle contracten in Zwolle.');
    expect([title.className, lead.className]).toEqual(['title', 'lead']);
    expect(title.nextElementSibling).toBe(lead);
    expect(screen.getByText('De lijst staat in de map.').className).toBe('');
    await expectAccessible(screen.getByRole('main'));
  });

  it('has no lead where a list comes first', async () => {
    const [title = expect.fail(), , ...rest] = paper;
    const list = { type: 'list' as const, children: [{ type: 'item' as const, children: rest.slice(0, 1) }] };
    await page.open(newsView(news(1, { must_read: false }), { blocks: [title, list, ...rest] }));
    expect(document.querySelector('.lead')).toBeNull();
    expect(within(card()).getByRole('listitem').textContent).toBe('De lijst staat in de map.');
  });

  it('shows a text without a title as it is', async () => {
    await page.open(newsView(news(1, { must_read: false }), { blocks: paper.slice(1) }));
    expect(headings()).toEqual(['H2 Priya Ramdin', 'H3 Wat verandert er']);
  });

  it('asks nothing when its author asked nothing', async () => {
    await page.open(newsView(news(1, { must_read: false })));
    expect(within(card()).queryByText(/bevestig|Raakt/)).toBeNull();
  });

  it('asks the server what it asks, when nothing is known of that yet', async () => {
    await page.open(newsView(undefined));
    await act(() => network.pass(2_500));
    await page.read(newsView(news(1)));
    expect(button('Ik heb dit gelezen')).toBeTruthy();
    await act(() => network.pass(2_500));
    expect(network.waiting).not.toContain('/api/posts/5');
  });
});

describe('News to confirm', () => {
  it('asks every reader, and says how many did', async () => {
    await page.open(newsView(news(1, { confirmed: 12 })));
    const block = within(screen.getByRole('region', { name: 'Graag bevestigen' }));
    expect(block.getByText('12 mensen hebben dit bevestigd')).toBeTruthy();
    expect(block.getByRole('button', { name: 'Ik heb dit gelezen' })).toBeTruthy();
    expect(button('Wie heeft dit gelezen?')).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('is confirmed at once, sent once, and whoever stood on the button goes on there', async () => {
    await page.open(newsView(news(1)));
    expect(within(card()).getByText('Nog niemand heeft dit bevestigd')).toBeTruthy();
    act(() => button('Ik heb dit gelezen')?.focus());
    await page.user.keyboard('{Enter}');
    const done = screen.getByRole('region', { name: 'Je hebt dit gelezen' });
    expect(within(done).getByText('1 mens heeft dit bevestigd')).toBeTruthy();
    expect(document.activeElement).toBe(done);
    expect(button('Ik heb dit gelezen')).toBeNull();
    expect(network.waiting.filter((each) => each === path)).toHaveLength(1);
    await page.answer(path, news(3, { confirmed: 2 }));
    expect(within(card()).getByText('2 mensen hebben dit bevestigd')).toBeTruthy();
    expect(said()).toEqual([]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('stands as it was when it does not arrive, and says why', async () => {
    await page.open(newsView(news(1)));
    await page.press('Ik heb dit gelezen');
    expect(button('Ik heb dit gelezen')).toBeNull();
    await page.answer(path, refused('forbidden'), 403);
    expect(said()).toEqual(['Bevestigen lukte niet. Dit mag je hier niet doen.']);
    expect(button('Ik heb dit gelezen')).toBeTruthy();
    expect(within(card()).getByText('Nog niemand heeft dit bevestigd')).toBeTruthy();
  });

  it('that nobody is asked to confirm any more is read again', async () => {
    await page.open(newsView(news(1)));
    await page.press('Ik heb dit gelezen');
    await page.answer(path, refused('conflict', 'news'), 409);
    await act(() => network.pass(2_500));
    await page.read(newsView(news(2, { must_read: false })));
    expect(button('Ik heb dit gelezen')).toBeNull();
    expect(within(card()).queryByText(/bevestig/)).toBeNull();
  });

  it('counts on as others confirm, and is done here once it is on another device', async () => {
    await page.open(newsView(news(1)));
    await page.changed(news(4, { confirmed: 3 }), 11);
    await page.changed(news(3, { confirmed: 2 }), 12);
    expect(within(card()).getByText('3 mensen hebben dit bevestigd')).toBeTruthy();
    await page.confirmedElsewhere();
    expect(screen.getByRole('region', { name: 'Je hebt dit gelezen' })).toBeTruthy();
  });

  it('asks its author nothing, and shows who did', async () => {
    await page.open(newsView(news(1, { confirmed: 3 }), { author: 7 }));
    expect(screen.getByRole('region', { name: 'Graag bevestigen' })).toBeTruthy();
    expect(button('Ik heb dit gelezen')).toBeNull();
    expect(button('Wie heeft dit gelezen?')).toBeTruthy();
  });

  it('asks who looks after the tab, and shows them who did', async () => {
    await page.open(newsView(news(1)), group({ role: 'moderator' }));
    expect([button('Ik heb dit gelezen'), button('Wie heeft dit gelezen?')].every(Boolean)).toBe(true);
  });

  it('asks nobody in an archived group', async () => {
    await page.open(newsView(news(1, { confirmed: 3 })), group({ archived: true }));
    expect(within(card()).getByText('3 mensen hebben dit bevestigd')).toBeTruthy();
    expect(button('Ik heb dit gelezen')).toBeNull();
  });
});
