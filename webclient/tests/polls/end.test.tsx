import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { counted, group, me, poll } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { asking, button, card, pollPage, refused, rows, said } from './card-page.ts';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/polls/ClosePollDialog.tsx';
import '../../src/features/posts/PostActions.tsx';

let network: Network;
const page = pollPage(() => network);
const soon = () => new Date(Date.now() + 10_000).toISOString();
const closed = { closed_at: '2026-11-23T09:00:00.000Z' };
const outcome = (more = {}) => poll(3, { options: counted(2, 2, 1), voters: 5, ...closed, ...more });
const dialog = () => screen.findByRole('alertdialog', { name: 'De peiling sluiten?' });

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

describe('A poll whose moment comes', () => {
  it('takes no vote from then on, says that the outcome is coming, and shows it when it is told', async () => {
    await page.open(asking(poll(2, { closes_at: soon(), voters: 4 })));
    expect(within(card()).getByText(/^Sluit .*uur$/)).toBeTruthy();
    act(() => screen.getByLabelText('Thee').focus());
    await act(() => network.pass(5_000));
    expect(screen.getByRole('button', { name: 'Stem' })).toBeTruthy();
    await act(() => network.pass(5_500));
    expect(button('Stem')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Koffie of thee?' }));
    expect(within(card()).getByText('Gesloten')).toBeTruthy();
    expect(within(card()).getByText('De uitslag komt zo.')).toBeTruthy();
    expect(rows()).toEqual(['Koffie', 'Thee', 'Water']);
    await expectAccessible(screen.getByRole('main'));
    await page.changed(outcome());
    expect(within(card()).getByText(/^Gesloten sinds/)).toBeTruthy();
    expect(within(card()).queryByText('De uitslag komt zo.')).toBeNull();
    expect(rows()).toEqual(['Koffiemeeste stemmen 40% 2 stemmen', 'Theemeeste stemmen 40% 2 stemmen', 'Water 20% 1 stem']);
  });

  it('lets nobody change a vote any more, and keeps what they see', async () => {
    await page.open(asking(poll(2, { closes_at: soon(), options: counted(1, 1, 0), voters: 2 }), [1]));
    expect(button('Wijzig je stem')).toBeTruthy();
    await act(() => network.pass(10_500));
    expect([button('Wijzig je stem'), button('Neem je stem terug')]).toEqual([null, null]);
    expect(rows()[1]).toBe('Theejouw keuze 50% 1 stem');
    expect(button('Wie koos wat?')).toBeTruthy();
  });
});

describe('A poll that is closed', () => {
  it('marks what had most votes only then, and one’s own', async () => {
    await page.open(asking(poll(2, { options: counted(3, 1, 0), voters: 4 }), [0]));
    expect(rows()[0]).toBe('Koffiejouw keuze 75% 3 stemmen');
    await page.changed(poll(3, { options: counted(3, 1, 0), voters: 4, ...closed }));
    expect(rows()[0]).toBe('Koffiejouw keuzemeeste stemmen 75% 3 stemmen');
  });

  it('without votes says that nobody voted, and marks nothing', async () => {
    await page.open(asking(poll(3, { options: counted(0, 0, 0), ...closed })));
    expect(rows()).toEqual(['Koffie 0% 0 stemmen', 'Thee 0% 0 stemmen', 'Water 0% 0 stemmen']);
    expect(within(card()).getByText('Niemand stemde')).toBeTruthy();
    expect(button('Wie koos wat?')).toBeNull();
  });
});

describe('Closing a poll before its time', () => {
  it('is done by who asked, from the menu, after hearing what it means', async () => {
    await page.open(asking(poll(2, { voters: 5 }), undefined, 7));
    await page.closeFromMenu();
    expect(within(await dialog()).getByText(/^Niemand stemt dan nog, en niemand wijzigt een stem\. Iedereen ziet de uitslag\./)).toBeTruthy();
    await expectAccessible(await dialog());
    await page.press('Sluit de peiling');
    await page.answer('/api/posts/5/poll/closing', outcome());
    expect(within(card()).getByText(/^Gesloten sinds/)).toBeTruthy();
    expect(rows()[0]).toContain('40%');
    expect(said()).toEqual(['De peiling is gesloten']);
  });

  it('is done by who looks after the tab, and says what that means for an anonymous one', async () => {
    await page.open(asking(poll(2, { anonymous: true })), group({ role: 'moderator' }));
    await page.closeFromMenu();
    expect(within(await dialog()).getByText(/Zijn er minstens vijf stemmen, dan ziet iedereen de uitslag\./)).toBeTruthy();
    await page.press('Annuleren');
    expect(network.waiting).not.toContain('/api/posts/5/poll/closing');
  });

  it('that does not succeed leaves it open, and says so', async () => {
    await page.open(asking(poll(2), undefined, 7));
    await page.closeFromMenu();
    await dialog();
    await page.press('Sluit de peiling');
    await page.answer('/api/posts/5/poll/closing', refused('forbidden'), 403);
    expect(said()).toEqual(['De peiling sluiten lukte niet. Dit mag je hier niet doen.']);
    expect(button('Stem')).toBeTruthy();
  });

  it.each([
    ['others', asking(poll(2)), group()],
    ['anyone once it is closed', asking(outcome(), undefined, 7), group()],
    ['anyone once its moment has come', asking(poll(2, { closes_at: '2020-01-01T00:00:00.000Z' }), undefined, 7), group()],
    ['anyone in an archived group', asking(poll(2), undefined, 7), group({ role: 'owner', archived: true })],
  ])('is not offered to %s', async (_whom, view, of) => {
    await page.open(view, of);
    await page.press(/Wat kun je doen met dit bericht/);
    await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    expect(screen.queryByRole('menuitem', { name: 'Sluit de peiling…' })).toBeNull();
  });
});
