import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { postQuery } from '../../src/features/posts/queries.ts';
import { wallAt } from '../../src/i18n/wall.ts';
import { api } from '../../src/protocol/client.ts';
import type { CalendarEvent } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, me, post, tab, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { dialog, eventPage, eventView, field, fill, item, planned, refused, said } from './event-page.ts';

let network: Network;
const page = eventPage(() => network);
const path = '/api/posts/5/event';
const [change, cancel] = ['Tijd of plek wijzigen…', 'Afgelasten…'];
const filled = () => ['Begint', 'Eindigt', 'Plek', 'Aantal plekken'].map((name) => field(name).value);
const isOpen = () => screen.queryByRole('dialog') !== null;
const held = () => queries.getQueryData(postQuery(5).queryKey)?.view.event;
const moved = (more: Partial<CalendarEvent> = {}) => planned(2, { sequence: 1, begins: '2099-12-04T14:00:00.000Z', ends: '2099-12-04T15:30:00.000Z', ...more });

async function open(of: CalendarEvent = planned(1)) {
  await page.open(eventView(of));
  await page.choose(change);
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

describe('Moving and cancelling an event', () => {
  const looking = group({ tabs: [tab(21), tab(22)].map((view) => ({ ...view, may_manage: true })) });
  it.each([
    ['its author', {}, group()],
    ['an owner', { author: 3 }, group({ role: 'owner' })],
    ['a moderator', { author: 3 }, group({ role: 'moderator' })],
    ['the head of the tab’s department', { author: 3 }, looking],
  ])('is offered in the menu to %s', async (_whom, by, of) => {
    await page.open(eventView(planned(1), by), of);
    expect([item(change), item(cancel)].every(Boolean)).toBe(true);
  });

  it.each([
    ['others', eventView(planned(1), { author: 3 }), group()],
    ['anyone once it is over', eventView(planned(1, { begins: '2020-01-01T14:00:00.000Z', ends: '2020-01-01T15:00:00.000Z' })), group({ role: 'owner' })],
    ['anyone once it was cancelled', eventView(planned(1, { cancel_reason: 'Storm' })), group({ role: 'owner' })],
    ['an author who may not edit it any more', { ...eventView(planned(1)), mine: viewOf(post(5)).mine }, group()],
    ['an author whose posts there are held first', eventView(planned(1)), group({ tabs: [{ ...tab(21), needs_approval: true }] })],
    ['anyone in an archived group', eventView(planned(1)), group({ role: 'owner', archived: true })],
  ])('is not offered to %s', async (_whom, view, of) => {
    await page.open(view, of);
    expect([item(change), item(cancel)]).toEqual([null, null]);
  });

  it('is offered while it goes on', async () => {
    await page.open(eventView(planned(1, { begins: '2020-01-01T14:00:00.000Z' })));
    expect(item(change)).toBeTruthy();
  });
});

describe('Another time or place', () => {
  it('begins with what stands, says that people are told, and is sent with the plan that was changed', async () => {
    const asked = vi.spyOn(api, 'rescheduleEvent');
    await open(planned(3, { sequence: 2, places: 40 }));
    expect(filled()).toEqual(['2099-12-03T15:00', '2099-12-03T16:30', 'Kantine', '40']);
    expect(dialog().getByText('Wie komt of misschien komt, krijgt een melding.')).toBeTruthy();
    expect(document.activeElement).toBe(field('Begint'));
    await expectAccessible(screen.getByRole('dialog'));
    fill('Begint', '2099-12-04T15:00');
    fill('Aantal plekken', '');
    await page.press('Opslaan');
    await page.answer(path, moved({ version: 4, sequence: 3 }));
    const plan = { begins: '2099-12-04T14:00:00.000Z', ends: '2099-12-04T15:30:00.000Z', place: 'Kantine' };
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, sequence: 2, plan });
    expect(said()).toEqual(['De bijeenkomst is gewijzigd. Wie komt of misschien komt, krijgt een melding.']);
    expect([isOpen(), held()?.begins]).toEqual([false, plan.begins]);
  });

  it('that is no other closes without telling anyone', async () => {
    await open();
    await page.press('Opslaan');
    expect([isOpen(), network.waiting.includes(path), said()]).toEqual([false, false, []]);
  });

  it('is not sent with a mistake in it: one gets there instead', async () => {
    await open();
    fill('Eindigt', '2099-12-03T14:00');
    await page.press('Opslaan');
    expect([network.waiting.includes(path), document.activeElement]).toEqual([false, field('Eindigt')]);
    expect(dialog().getByText('Kies een einde dat na het begin komt.')).toBeTruthy();
  });

  it('is not sent when it went by between two ticks of the clock: one reads so', async () => {
    await open();
    fill('Begint', '2099-12-03T15:10');
    vi.setSystemTime('2099-12-03T14:10:10.000Z');
    await page.press('Opslaan');
    expect([network.waiting.includes(path), document.activeElement]).toEqual([false, field('Begint')]);
    expect(dialog().getByText('Kies een moment dat nog komt.')).toBeTruthy();
  });

  it('leaves the begin of an event that goes on as it is, to the second', async () => {
    const asked = vi.spyOn(api, 'rescheduleEvent');
    const [begins, ends, later] = [-30, 60, 120].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString()) as [string, string, string];
    await open(planned(1, { begins, ends }));
    fill('Eindigt', wallAt(Date.parse(later), me.time_zone));
    await page.press('Opslaan');
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, sequence: 0, plan: { begins, ends: `${later.slice(0, 16)}:00.000Z`, place: 'Kantine' } });
  });

  it('asks before what one filled in is thrown away', async () => {
    await open();
    fill('Plek', 'Zaal 2');
    await page.press('Annuleren');
    expect(await screen.findByRole('alertdialog', { name: 'Niet opgeslagen wijzigingen weggooien?' })).toBeTruthy();
  });

  it('with fewer places than people who come says how many there are, without asking', async () => {
    await open(planned(1, { coming: 12 }));
    fill('Aantal plekken', '11');
    expect(dialog().getByText('Er komen al 12 mensen. Kies minstens zoveel plekken, of laat dit leeg.')).toBeTruthy();
    await page.press('Opslaan');
    expect([network.waiting.includes(path), document.activeElement]).toEqual([false, field('Aantal plekken')]);
    fill('Aantal plekken', '12');
    await page.press('Opslaan');
    expect(network.waiting).toContain(path);
  });

  it('with fewer places than people who came meanwhile learns how many there are', async () => {
    await open(planned(1, { coming: 1 }));
    fill('Aantal plekken', '2');
    await page.press('Opslaan');
    await page.answer(path, refused('conflict', 'places'), 409);
    await page.read(planned(2, { coming: 3 }));
    expect(said()).toEqual(['Wijzigen lukte niet. Er komen al meer mensen dan dit aantal plekken.']);
    expect(dialog().getByText('Er komen al 3 mensen. Kies minstens zoveel plekken, of laat dit leeg.')).toBeTruthy();
    expect(field('Aantal plekken').value).toBe('2');
  });

  it('where somebody else was first shows what stands now, keeps what one filled in, and is saved on a second word', async () => {
    const asked = vi.spyOn(api, 'rescheduleEvent');
    await open();
    fill('Plek', 'Zaal 2');
    await page.press('Opslaan');
    await page.answer(path, refused('stale_version'), 409);
    await page.read(moved({ place: 'Buiten' }));
    expect(said()).toEqual(['Wijzigen lukte niet. Dit is intussen aangepast.']);
    const now = within(dialog().getByRole('alert'));
    expect([now.getByText('Iemand anders was je voor. Dit staat er nu:'), now.getByText('vr 4 dec 2099, 15.00–16.30'), now.getByText('Buiten')].every(Boolean)).toBe(true);
    expect(filled()).toEqual(['2099-12-03T15:00', '2099-12-03T16:30', 'Zaal 2', '']);
    await expectAccessible(screen.getByRole('dialog'));
    await page.press('Toch opslaan');
    await page.answer(path, planned(3, { sequence: 2, place: 'Zaal 2' }));
    expect(asked.mock.calls.map(([{ sequence }]) => sequence)).toEqual([0, 1]);
    expect([isOpen(), held()?.place]).toEqual([false, 'Zaal 2']);
  });

  it('is no other because more people come', async () => {
    await open();
    await page.learn(planned(2, { coming: 4 }));
    expect(dialog().queryByRole('alert')).toBeNull();
    expect(dialog().getByRole('button', { name: 'Opslaan' })).toBeTruthy();
  });

  it('that did arrive, though its answer got lost, closes', async () => {
    await open();
    fill('Begint', '2099-12-04T15:00');
    await page.press('Opslaan');
    await page.answer(path, refused('outcome_unknown'), 503);
    expect(isOpen()).toBe(true);
    await act(() => network.pass(2_000));
    await page.read(moved());
    expect(isOpen()).toBe(false);
  });

  it.each([
    ['invalid_request', '$.plan.ends', 400, 'Het moment dat je koos, is al voorbij.'],
    ['forbidden', undefined, 403, 'Dit mag je hier niet doen.'],
  ] as const)('that the server refuses says why, and keeps what one filled in: %s', async (code, about, status, why) => {
    await open();
    fill('Plek', 'Zaal 2');
    await page.press('Opslaan');
    await page.answer(path, refused(code, about), status);
    expect(said()).toEqual([`Wijzigen lukte niet. ${why}`]);
    expect(field('Plek').value).toBe('Zaal 2');
  });
});

describe('Another time or place for what ended meanwhile', () => {
  const ended = 'De bijeenkomst is intussen voorbij of afgelast.';
  const offered = () => dialog().getAllByRole('button').map((each) => each.textContent || each.getAttribute('aria-label'));

  it('is not offered any more once somebody else cancelled it: one reads why', async () => {
    await open();
    fill('Plek', 'Zaal 2');
    await page.learn(planned(2, { sequence: 1, cancel_reason: 'Storm' }));
    const told = within(dialog().getByRole('alert'));
    expect([told.getByText(ended), dialog().getByText('Storm'), dialog().queryByText(/was je voor/), dialog().queryByLabelText('Plek')]).toEqual([expect.anything(), expect.anything(), null, null]);
    expect([offered(), screen.getByRole('dialog').contains(document.activeElement)]).toEqual([['Sluiten', 'Sluiten'], true]);
    await expectAccessible(screen.getByRole('dialog'));
    await page.user.click(within(dialog().getByRole('contentinfo')).getByRole('button', { name: 'Sluiten' }));
    expect(isOpen()).toBe(false);
  });

  it('is not offered any more once the server says so', async () => {
    await open();
    fill('Plek', 'Zaal 2');
    await page.press('Opslaan');
    await page.answer(path, refused('conflict', 'event'), 409);
    await page.read(planned(2, { cancel_reason: 'Storm' }));
    expect([said(), offered()]).toEqual([[`Wijzigen lukte niet. ${ended}`], ['Sluiten', 'Sluiten']]);
  });

  it('is not offered any more once it is over', async () => {
    const ends = new Date(Date.now() + 60_000).toISOString();
    await open(planned(1, { begins: '2020-01-01T14:00:00.000Z', ends }));
    await act(() => network.pass(60_000));
    expect([dialog().getByText('Deze bijeenkomst is voorbij.'), offered()]).toEqual([expect.anything(), ['Sluiten', 'Sluiten']]);
  });
});
