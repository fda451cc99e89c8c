import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { applyPollEvent } from '../../src/features/polls/events.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { counted, event, group, me, person, poll, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { asking, button, card, pollPage, refused, rows, said, undo } from './card-page.ts';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/polls/VotersDialog.tsx';

let network: Network;
const page = pollPage(() => network);
const form = () => screen.queryByRole('group', { name: /^Koffie of thee\? Kies/ });
const told = (version: number, votes: [number, number, number], voters: number, more = {}) =>
  poll(version, { options: counted(...votes), voters, ...more });

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

describe('The card of a poll, before one votes', () => {
  it('says that it is one, until when, and how many have voted; and shows nothing of what they chose', async () => {
    await page.open(asking(poll(2, { voters: 3 })));
    expect(within(card()).getByText('Peiling')).toBeTruthy();
    expect(within(card()).getByText(/^Sluit 27 nov 2999 \d\d\.00 uur$/).getAttribute('datetime')).toBe(poll(1).closes_at);
    expect(within(card()).getByText('3 stemmen')).toBeTruthy();
    expect(within(card()).getByText('Wie wat koos, zie je als je hebt gestemd.')).toBeTruthy();
    expect(form()).toBeTruthy();
    expect(within(card()).queryByText(/%/)).toBeNull();
    expect(button('Wie koos wat?')).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('counts on as others vote', async () => {
    await page.open(asking(poll(2)));
    expect(within(card()).getByText('Nog geen stemmen')).toBeTruthy();
    await page.changed(poll(3, { voters: 1 }));
    expect(within(card()).getByText('1 stem')).toBeTruthy();
    await act(() => network.pass(2_500));
    expect(page.reads()).toBe(0);
  });

  it('asks the server for a poll of which it knows nothing yet', async () => {
    await page.open(viewOf(post(5, { kind: 'poll' })));
    expect(within(card()).getByText('Peiling')).toBeTruthy();
    await act(() => network.pass(2_500));
    await page.read(asking(poll(2)));
    expect(form()).toBeTruthy();
  });

  it('offers no vote in an archived group', async () => {
    await page.open(asking(poll(2, { voters: 3 })), group({ archived: true }));
    expect(form()).toBeNull();
    expect(rows()).toEqual(['Koffie', 'Thee', 'Water']);
    expect(within(card()).getByText('3 stemmen')).toBeTruthy();
    expect(within(card()).queryByText(/je hebt gestemd/i)).toBeNull();
  });
});

describe('Voting', () => {
  it('shows at once what one chose, and then how it stands', async () => {
    await page.open(asking(poll(2, { voters: 3 })));
    expect(button('Stem')?.getAttribute('aria-disabled')).toBe('true');
    await page.choose('Thee');
    await page.press('Stem');
    expect(rows()).toEqual(['Koffie', 'Theejouw keuze', 'Water']);
    expect(within(card()).getByText('4 stemmen')).toBeTruthy();
    expect(button('Wijzig je stem')?.getAttribute('aria-disabled')).toBe('true');
    await page.answer('/api/posts/5/vote', told(3, [3, 1, 0], 4));
    expect(rows()).toEqual(['Koffie 75% 3 stemmen', 'Theejouw keuze 25% 1 stem', 'Water 0% 0 stemmen']);
    await expectAccessible(screen.getByRole('main'));
  });

  it('goes with the keyboard, and whoever stood on the choices stands on the outcome', async () => {
    await page.open(asking(poll(2)));
    act(() => screen.getByLabelText('Koffie').focus());
    await page.user.keyboard(' {Enter}');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Koffie of thee?' }));
    await page.answer('/api/posts/5/vote', told(3, [1, 0, 0], 1));
    expect(rows()[0]).toBe('Koffiejouw keuze 100% 1 stem');
  });

  it('for several answers counts people, not answers', async () => {
    await page.open(asking(poll(2, { multiple: true })));
    expect(within(card()).getByText('Kies één of meer antwoorden')).toBeTruthy();
    await page.choose('Water');
    await page.choose('Koffie');
    await page.choose('Thee');
    await page.choose('Thee');
    await page.press('Stem');
    await page.answer('/api/posts/5/vote', told(3, [1, 1, 1], 2, { multiple: true }));
    expect(rows()).toEqual(['Koffiejouw keuze 50% 1 stem', 'Thee 50% 1 stem', 'Waterjouw keuze 50% 1 stem']);
    expect(within(card()).getByText('2 mensen hebben gestemd')).toBeTruthy();
  });

  it('that does not arrive puts the choices back, with what was chosen', async () => {
    await page.open(asking(poll(2)));
    await page.choose('Thee');
    await page.press('Stem');
    await page.answer('/api/posts/5/vote', refused('forbidden'), 403);
    expect(said()).toEqual(['Je stem kwam niet aan. Dit mag je hier niet doen.']);
    expect(screen.getByLabelText<HTMLInputElement>('Thee').checked).toBe(true);
  });

  it('in a poll that closed meanwhile says so, and shows the outcome', async () => {
    await page.open(asking(poll(2)));
    await page.choose('Thee');
    await page.press('Stem');
    await page.answer('/api/posts/5/vote', refused('conflict', 'poll'), 409);
    expect(said()).toEqual(['Je stem kwam niet aan. De peiling is intussen gesloten.']);
    await act(() => network.pass(2_500));
    await page.read(asking(told(3, [2, 1, 0], 3, { closed_at: '2026-11-23T09:00:00.000Z' })));
    expect(rows()[0]).toBe('Koffiemeeste stemmen 67% 2 stemmen');
  });

  it('is changed: one begins at what one chose, and the old one counts no more', async () => {
    await page.open(asking(told(2, [1, 1, 0], 2), [1]));
    await page.press('Wijzig je stem');
    expect(screen.getByLabelText<HTMLInputElement>('Thee').checked).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('Thee'));
    await page.press('Annuleren');
    expect(rows()[1]).toBe('Theejouw keuze 50% 1 stem');
    await page.press('Wijzig je stem');
    await page.choose('Koffie');
    await page.press('Stem');
    expect(rows()).toEqual(['Koffiejouw keuze 100% 2 stemmen', 'Thee 0% 0 stemmen', 'Water 0% 0 stemmen']);
    await page.answer('/api/posts/5/vote', refused('forbidden'), 403);
    expect(rows()[1]).toBe('Theejouw keuze 50% 1 stem');
  });

  it('is taken back, which hides how it stands, with the way back', async () => {
    await page.open(asking(told(2, [1, 1, 0], 2), [1]));
    await page.press('Neem je stem terug');
    expect(form()).toBeTruthy();
    await page.answer('/api/posts/5/vote', poll(3, { voters: 1 }));
    expect(within(card()).getByText('1 stem')).toBeTruthy();
    expect(said()).toEqual(['Je stem is teruggenomen']);
    undo();
    await page.answer('/api/posts/5/vote', told(4, [1, 1, 0], 2));
    expect(rows()[1]).toBe('Theejouw keuze 50% 1 stem');
  });
});

describe('Whoever voted', () => {
  it('sees what others vote a moment later, read once however many do, and not again at once', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.9);
    await page.open(asking(told(2, [0, 1, 0], 1), [1]));
    await page.changed(poll(3, { voters: 2 }), 11);
    await page.changed(poll(4, { voters: 3 }), 12);
    expect(rows()[1]).toBe('Theejouw keuze 100% 1 stem');
    await act(() => network.pass(2_500));
    expect(page.reads()).toBe(1);
    await page.read(asking(told(4, [2, 1, 0], 3), [1]));
    expect(rows()).toEqual(['Koffie 67% 2 stemmen', 'Theejouw keuze 33% 1 stem', 'Water 0% 0 stemmen']);
    await act(() => network.pass(2_500));
    expect(page.reads()).toBe(0);
    random.mockReturnValue(0);
    await page.changed(poll(5, { voters: 4 }), 13);
    expect(page.reads()).toBe(1);
    await page.read(asking(told(5, [3, 1, 0], 4), [1]));
    await page.changed(poll(6, { voters: 5 }), 14);
    await act(() => network.pass(1_000));
    expect(page.reads()).toBe(0);
    await act(() => network.pass(1_000));
    expect(page.reads()).toBe(1);
  });

  it('sees it too when it happened while the post was on its way here', async () => {
    const more = event('poll.changed', 11, { post: 5, tab: 21, group: 2, poll: poll(3, { voters: 2 }) });
    act(() => applyPollEvent(more as Parameters<typeof applyPollEvent>[0]));
    await page.open(asking(told(2, [0, 1, 0], 1), [1]));
    await act(() => network.pass(2_500));
    await page.read(asking(told(3, [1, 1, 0], 2), [1]));
    expect(rows()[0]).toBe('Koffie 50% 1 stem');
  });

  it('on another device sees it here too, and no more once the vote is taken back', async () => {
    await page.open(asking(poll(2)));
    await page.voteSet([0], 2);
    expect(rows()).toEqual(['Koffiejouw keuze', 'Thee', 'Water']);
    await act(() => network.pass(2_500));
    await page.read(asking(told(3, [1, 0, 0], 1), [0]));
    expect(rows()[0]).toBe('Koffiejouw keuze 100% 1 stem');
    await page.voteSet([], 3);
    expect(form()).toBeTruthy();
    expect(within(card()).queryByText(/%/)).toBeNull();
  });

  it('sees who chose what, when they ask', async () => {
    await page.open(asking(told(2, [1, 2, 0], 2, { multiple: true }), [1]));
    await page.press('Wie koos wat?');
    const dialog = await screen.findByRole('dialog', { name: 'Wie koos wat?' });
    const items = [{ person: 7, options: [1] }, { person: 8, options: [0, 1] }];
    await page.answer('/api/posts/5/votes', { items, total: 3, people: [me.person, person(8, 'Daan')] });
    const names = (option: string) => within(within(dialog).getByRole('region', { name: option })).queryAllByRole('listitem').map(({ textContent }) => textContent);
    expect([names('Koffie'), names('Thee'), names('Water')]).toEqual([[expect.stringContaining('Daan')], [expect.stringContaining('Daan'), expect.stringContaining('Roos')], []]);
    expect(within(dialog).getByText('en 1 andere stem')).toBeTruthy();
    expect(within(dialog).getByRole('region', { name: 'Water' }).textContent).toContain('Niemand');
    await expectAccessible(dialog);
  });
});

describe('An anonymous poll', () => {
  it('says before one votes what that protects, and that the vote is final', async () => {
    await page.open(asking(poll(2, { anonymous: true })));
    expect(within(card()).getByText('Anoniem')).toBeTruthy();
    expect(within(card()).getByText(/^Niemand ziet wat je kiest\. Je stem is definitief/)).toBeTruthy();
    expect(within(card()).queryByText(/stemmen$/)).toBeNull();
  });

  it('takes one vote, shows nothing of it, and has nothing to change', async () => {
    await page.open(asking(poll(2, { anonymous: true })));
    await page.choose('Thee');
    await page.press('Stem');
    await page.answer('/api/posts/5/vote', poll(2, { anonymous: true }));
    expect(rows()).toEqual(['Koffie', 'Thee', 'Water']);
    expect(within(card()).getByText(/^Je hebt gestemd\. De uitslag komt na het sluiten/)).toBeTruthy();
    expect([button('Wijzig je stem'), button('Neem je stem terug'), button('Wie koos wat?')]).toEqual([null, null, null]);
    await act(() => network.pass(2_500));
    expect(page.reads()).toBe(0);
    await expectAccessible(screen.getByRole('main'));
  });

  it('says so when one had voted before, and reads it again', async () => {
    await page.open(asking(poll(2, { anonymous: true })));
    await page.choose('Thee');
    await page.press('Stem');
    await page.answer('/api/posts/5/vote', refused('conflict', 'vote'), 409);
    expect(said()).toEqual(['Je stem kwam niet aan. Je had hier al gestemd, en een anonieme stem staat vast.']);
    await act(() => network.pass(2_500));
    await page.read(asking(poll(2, { anonymous: true }), []));
    expect(form()).toBeNull();
  });

  it('tells its outcome when it closes, without who chose what', async () => {
    await page.open(asking(poll(2, { anonymous: true }), []));
    await page.changed(told(3, [4, 1, 1], 6, { anonymous: true, closed_at: '2026-11-23T09:00:00.000Z' }));
    expect(rows()).toEqual(['Koffiemeeste stemmen 67% 4 stemmen', 'Thee 17% 1 stem', 'Water 17% 1 stem']);
    expect(button('Wie koos wat?')).toBeNull();
  });

  it.each([
    [4, '4 stemmen: te weinig om de uitslag te tonen'],
    [0, 'Niemand stemde'],
  ])('says only how many voted when that were too few: %s', async (voters, words) => {
    await page.open(asking(poll(2, { anonymous: true }), []));
    await page.changed(poll(3, { anonymous: true, voters, closed_at: '2026-11-23T09:00:00.000Z' }));
    expect(within(card()).getByText(words)).toBeTruthy();
    expect(rows()).toEqual(['Koffie', 'Thee', 'Water']);
  });
});
