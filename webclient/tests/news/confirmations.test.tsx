import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import type { ConfirmationList, News } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, me, news, person } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { button, newsPage, newsView, refused, said } from './card-page.ts';

let network: Network;
const page = newsPage(() => network);
const reminder = '/api/posts/5/news/reminder';
const dialog = () => within(screen.getByRole('dialog', { name: 'Wie heeft dit gelezen?' }));
const names = (list: string) =>
  within(dialog().getByRole('region', { name: list }))
    .queryAllByRole('listitem')
    .map((item) => item.querySelector('a, span:not([aria-hidden])')?.textContent);

const some: ConfirmationList = {
  items: [{ person: 8, at: at(9) }],
  total: 12,
  missing: [31, 30],
  awaited: 28,
  people: [person(8, 'Daan Smit'), person(30, 'Fatma Yıldız'), person(31, 'Youssef Amrani')],
};

/// The dialog as the author of the news opens it.
async function open(list: ConfirmationList = some, of: News = news(1, { confirmed: 12 })) {
  await page.open(newsView(of, { author: 7 }));
  await page.press('Wie heeft dit gelezen?');
  await screen.findByRole('dialog', { name: 'Wie heeft dit gelezen?' });
  await page.answer('/api/posts/5/news/confirmations', list);
}

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

describe('Who has read news', () => {
  it('is told with who has not, and how far it is', async () => {
    await open();
    const bar = dialog().getByRole<HTMLProgressElement>('progressbar', { name: '12 van 40' });
    expect([bar.value, bar.max]).toEqual([12, 40]);
    expect(names('Nog niet bevestigd')).toEqual(['Fatma Yıldız', 'Youssef Amrani']);
    expect(dialog().getByText('28 mensen')).toBeTruthy();
    expect(dialog().getByText('en 26 anderen')).toBeTruthy();
    expect(names('Bevestigd')).toEqual(['Daan Smit']);
    expect(dialog().getByText('en 11 anderen')).toBeTruthy();
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('is nobody yet, or everyone: then there is nobody to remind', async () => {
    await open({ items: [], total: 0, missing: [], awaited: 0, people: [] });
    expect(dialog().getByRole<HTMLProgressElement>('progressbar').value).toBe(0);
    expect(dialog().getByText('Nog niemand')).toBeTruthy();
    expect(dialog().getByText('Iedereen heeft dit bevestigd')).toBeTruthy();
    expect(button('Herinner de anderen')).toBeNull();
  });

  it('is asked for again when the answer did not come', async () => {
    await page.open(newsView(news(1), { author: 7 }));
    await page.press('Wie heeft dit gelezen?');
    await page.answer('/api/posts/5/news/confirmations', refused('internal'), 500);
    await act(() => network.pass(10_000));
    while (network.waiting.includes('/api/posts/5/news/confirmations')) {
      await page.answer('/api/posts/5/news/confirmations', refused('internal'), 500);
      await act(() => network.pass(10_000));
    }
    await page.press('Opnieuw proberen');
    await page.answer('/api/posts/5/news/confirmations', some);
    expect(dialog().getByText('12 van 40')).toBeTruthy();
  });
});

describe('Reminding', () => {
  it('is done once, and then says when', async () => {
    await open();
    await page.press('Herinner de anderen');
    expect(button('Herinner de anderen')?.getAttribute('aria-disabled')).toBe('true');
    await page.answer(reminder, news(2, { confirmed: 12, reminded_at: '2026-11-23T09:00:00.000Z' }));
    expect(said()).toEqual(['De anderen krijgen een herinnering']);
    expect(dialog().getByText('Herinnerd op 23 nov 2026')).toBeTruthy();
    expect(button('Herinner de anderen')).toBeNull();
  });

  it('that somebody else did before says so, and shows when', async () => {
    await open();
    await page.press('Herinner de anderen');
    await page.answer(reminder, refused('conflict', 'reminder'), 409);
    expect(said()).toEqual(['Iemand heeft de anderen al herinnerd.']);
    await act(() => network.pass(2_500));
    await page.read(newsView(news(2, { confirmed: 12, reminded_at: '2026-11-22T09:00:00.000Z' }), { author: 7 }));
    expect(dialog().getByText('Herinnerd op 22 nov 2026')).toBeTruthy();
  });

  it('that the server refuses can be tried again', async () => {
    await open();
    await page.press('Herinner de anderen');
    await page.answer(reminder, refused('forbidden'), 403);
    expect(said()).toEqual(['Herinneren lukte niet. Dit mag je hier niet doen.']);
    expect(button('Herinner de anderen')?.getAttribute('aria-disabled')).toBeNull();
  });
});
