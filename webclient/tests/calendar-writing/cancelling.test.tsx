import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { postQuery } from '../../src/features/posts/queries.ts';
import { api } from '../../src/protocol/client.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { dialog, eventPage, eventView, field, fill, item, planned, refused, said } from './event-page.ts';

let network: Network;
const page = eventPage(() => network);
const path = '/api/posts/5/event/cancellation';
const why = 'Waarom gaat het niet door?';

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  await page.open(eventView(planned(1)));
  await page.choose('Afgelasten…');
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('Cancelling an event', () => {
  it('says what it means, takes a reason, and is over then', async () => {
    const asked = vi.spyOn(api, 'cancelEvent');
    expect(screen.getByRole('dialog', { name: 'De bijeenkomst afgelasten?' })).toBeTruthy();
    expect(dialog().getByText('Wie komt of misschien komt, krijgt een melding, en iedereen leest hier waarom. Terugdraaien kan niet.')).toBeTruthy();
    expect(document.activeElement).toBe(field(why));
    await expectAccessible(screen.getByRole('dialog'));
    fill(why, '  Er is storm op komst.  ');
    await page.press('Afgelasten');
    await page.answer(path, planned(2, { cancel_reason: 'Er is storm op komst.' }));
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, reason: 'Er is storm op komst.' });
    expect(said()).toEqual(['De bijeenkomst is afgelast. Wie komt of misschien komt, krijgt een melding.']);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(queries.getQueryData(postQuery(5).queryKey)?.view.event?.cancel_reason).toBe('Er is storm op komst.');
    await page.user.click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
    await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    expect(item('Afgelasten…')).toBeNull();
  });

  it('after somebody else did says that their reason stands', async () => {
    fill(why, 'De zaal is dicht.');
    await page.press('Afgelasten');
    await page.answer(path, planned(2, { cancel_reason: 'Er is storm op komst.' }));
    expect(said()).toEqual(['Iemand anders had de bijeenkomst al afgelast. Die reden blijft staan.']);
    expect([screen.queryByRole('dialog'), queries.getQueryData(postQuery(5).queryKey)?.view.event?.cancel_reason]).toEqual([null, 'Er is storm op komst.']);
  });

  it('is not done without a reason, or with one that is too long', async () => {
    fill(why, '   ');
    await page.press('Afgelasten');
    expect(dialog().getByText('Schrijf in een paar woorden waarom.')).toBeTruthy();
    fill(why, 'x'.repeat(301));
    await page.press('Afgelasten');
    expect([network.waiting.includes(path), document.activeElement]).toEqual([false, field(why)]);
  });

  it('has another way out than a word that could mean the same', async () => {
    expect(dialog().queryByRole('button', { name: 'Annuleren' })).toBeNull();
    await page.press('Laat doorgaan');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['conflict', 409, 'De bijeenkomst is intussen voorbij.'],
    ['forbidden', 403, 'Dit mag je hier niet doen.'],
  ])('that does not succeed says why, and keeps the reason: %s', async (code, status, words) => {
    fill(why, 'Storm');
    await page.press('Afgelasten');
    await page.answer(path, refused(code, 'event'), status);
    if (code === 'conflict') await page.read(planned(2));
    expect(said()).toEqual([`Afgelasten lukte niet. ${words}`]);
    expect(field(why).value).toBe('Storm');
  });
});
