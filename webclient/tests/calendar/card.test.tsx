import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import type { CalendarEvent } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { calendarEvent, group, me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { about, answers, button, counts, eventPage, eventView, inCard } from './card-page.ts';

let network: Network;
const page = eventPage(() => network);
const noChoice = () => screen.queryByRole('group', { name: 'Kom je?' });
const own = () => screen.queryByRole('link', { name: 'In mijn agenda zetten' });

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

describe('The card of an event', () => {
  it('has its title and its lead as news has, and says when and where it is', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 12, maybe: 3 })));
    expect(inCard().getByRole('heading', { level: 3, name: 'Kerstlunch' })).toBeTruthy();
    expect(inCard().getByText('Met soep en brood.').className).toBe('lead');
    expect(about().getByText('vr 4 dec, 10.00–12.00').getAttribute('datetime')).toBe('2026-12-04T09:00:00.000Z');
    expect(about().getByText('Waar:').parentElement?.textContent).toBe('Waar: Kantine Zwolle');
    expect(counts()).toEqual(['12 komen', '3 misschien']);
    await expectAccessible(screen.getByRole('main'));
  });

  it('has a leaf of the calendar, for the eye alone', async () => {
    await page.open(eventView(calendarEvent(1)));
    const leaf = about().getByText('dec').parentElement;
    expect([...(leaf?.children ?? [])].map(({ textContent }) => textContent)).toEqual(['vr', '4', 'dec']);
    expect(leaf?.getAttribute('aria-hidden')).toBe('true');
  });

  it('says from which day to which, when it goes on for several', async () => {
    await page.open(eventView(calendarEvent(1, { ends: '2026-12-06T15:00:00.000Z' })));
    expect(about().getByText('vr 4 dec, 10.00 – zo 6 dec, 16.00')).toBeTruthy();
  });

  it('leaves the place to the text, when none is given', async () => {
    await page.open(eventView(calendarEvent(1, { place: '' })));
    expect(about().queryByText('Waar:')).toBeNull();
  });

  it.each([
    [{ coming: 0 }, ['Nog niemand komt']],
    [{ coming: 1, maybe: 1 }, ['1 komt', '1 misschien']],
    [{ coming: 9, places: 12 }, ['9 komen', 'nog 3 plekken']],
    [{ coming: 11, places: 12 }, ['11 komen', 'nog 1 plek']],
    [{ coming: 12, places: 12 }, ['12 komen', 'vol']],
  ])('says how many come, and what is free: %o', async (more: Partial<CalendarEvent>, words) => {
    await page.open(eventView(calendarEvent(1, more)));
    expect(counts()).toEqual(words);
  });

  it('asks the server when it is, when nothing is known of that yet', async () => {
    await page.open(eventView(undefined));
    await act(() => network.pass(2_500));
    await page.read(eventView(calendarEvent(1)));
    expect(answers()).toEqual(['Ik kom', 'Misschien', 'Ik kom niet']);
    await act(() => network.pass(2_500));
    expect(network.waiting).not.toContain('/api/posts/5');
  });

  it('shows live that it was moved, and ignores what is older', async () => {
    await page.open(eventView(calendarEvent(2)));
    await page.changed(calendarEvent(4, { begins: '2026-12-05T09:00:00.000Z', ends: '2026-12-05T11:30:00.000Z', place: 'Hal 3' }), 11);
    await page.changed(calendarEvent(3), 12);
    expect(about().getByText('za 5 dec, 10.00–12.30')).toBeTruthy();
    expect(about().getByText('Hal 3')).toBeTruthy();
  });

  it('offers itself as a file for the own calendar', async () => {
    await page.open(eventView(calendarEvent(1)));
    expect([own()?.getAttribute('href'), own()?.hasAttribute('download')]).toEqual(['/api/posts/5/event.ics', true]);
  });

  it('that was cancelled says so and why, and there is nothing to choose', async () => {
    await page.open(eventView(calendarEvent(3, { cancel_reason: 'De zaal is dicht.', coming: 4, maybe: 2, places: 5 }), 'yes'));
    expect(about().getByText('Gaat niet door')).toBeTruthy();
    expect(about().getByText('De zaal is dicht.')).toBeTruthy();
    expect([noChoice(), own()]).toEqual([null, null]);
    expect(counts()).toEqual(['4 mensen zouden komen']);
    expect(button('Wie zou er komen?')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('that is over says so, and there is nothing to choose', async () => {
    await page.open(eventView(calendarEvent(1, { begins: '2026-11-20T09:00:00.000Z', ends: '2026-11-20T10:00:00.000Z', coming: 1 }), 'maybe'));
    expect(about().getByText('Deze bijeenkomst is voorbij.')).toBeTruthy();
    expect([noChoice(), own()]).toEqual([null, null]);
    expect(counts()).toEqual(['1 mens zou komen']);
    expect(button('Wie komt er?')).toBeNull();
    await page.press('Wie zou er komen?');
    expect(await screen.findByRole('dialog', { name: 'Wie zou er komen?' })).toBeTruthy();
  });

  it.each([
    ['over', { begins: '2026-11-20T09:00:00.000Z', ends: '2026-11-20T10:00:00.000Z' }],
    ['cancelled', { cancel_reason: 'De zaal is dicht.' }],
  ])('that is %s, and to which nobody would come, says so', async (_how, more) => {
    await page.open(eventView(calendarEvent(1, more)));
    expect([counts(), button(/^Wie/)]).toEqual([['Niemand had gezegd te komen'], null]);
  });

  it('is over at its moment, while one looks, and whoever stands on an answer goes on there', async () => {
    await page.open(eventView(calendarEvent(1, { begins: '2026-11-23T07:00:00.000Z', ends: '2026-11-23T07:40:00.000Z' })));
    act(() => screen.getByRole('button', { name: 'Misschien' }).focus());
    await act(() => network.pass(10 * 60_000));
    expect(about().getByText('Deze bijeenkomst is voorbij.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Wanneer, waar en wie er komt' }));
  });

  it('can still be answered while it goes on', async () => {
    await page.open(eventView(calendarEvent(1, { begins: '2026-11-23T07:00:00.000Z' })));
    expect(answers()).toEqual(['Ik kom', 'Misschien', 'Ik kom niet']);
  });

  it('in an archived group says how many come, and there is nothing to choose', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 4 })), group({ archived: true }));
    expect(noChoice()).toBeNull();
    expect(counts()).toEqual(['4 komen']);
    expect(button('Wie komt er?')).toBeTruthy();
  });
});
