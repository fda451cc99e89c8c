import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import type { Acknowledgement, News } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { at, department, group, me, news } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { button, finance, logistics, newsPage, newsView, refused, said } from './card-page.ts';

let network: Network;
const page = newsPage(() => network);
const path = (department: number) => `/api/posts/5/news/acknowledgements/${department}`;
const taken: Acknowledgement = { by: 40, note: 'We passen de routes aan.', done_by: '2999-11-14', at: at(9) };

/// Affects Finance, and Logistiek in this way.
const affecting = (version: number, byLogistics?: Acknowledgement, byFinance?: Acknowledgement): News =>
  news(version, {
    must_read: false,
    affects: [
      { department: 1, ...(byFinance && { acknowledgement: byFinance }) },
      { department: 2, ...(byLogistics && { acknowledgement: byLogistics }) },
    ],
  });

const block = () => within(screen.getByRole('region', { name: 'Raakt Finance en Logistiek' }));
const lines = () =>
  block()
    .getAllByRole('listitem')
    .map((item) => [...item.querySelectorAll('p')].map(({ textContent }) => textContent).join(' | '));
const dialog = () => within(screen.getByRole('dialog', { name: 'Finance pakt dit op' }));
const write = (words: string) => fireEvent.change(dialog().getByLabelText('Wat doen jullie?'), { target: { value: words } });
const choose = (day: string) => fireEvent.change(dialog().getByLabelText('Wanneer is het klaar?'), { target: { value: day } });
const save = () => page.user.click(dialog().getByRole('button', { name: 'Opslaan' }));

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

describe('News that affects departments', () => {
  it('says what each of them does with it, by when and who says so', async () => {
    await page.open(newsView(affecting(1, taken)), group(), [department(1, { name: 'Finance' }), logistics]);
    expect(lines()).toEqual([
      'Finance heeft dit nog niet opgepakt',
      'Logistiek pakt dit op, klaar op do 14 nov 2999 | We passen de routes aan. — Babak Nouri',
    ]);
    expect(button(/^Pak dit op|^Wijzig/)).toBeNull();
    expect(block().queryByText(/van 2 afdelingen/)).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('shows at once that another department takes it up', async () => {
    await page.open(newsView(affecting(1)));
    await page.changed(affecting(2, { by: 40, note: 'Doen we.', at: at(9) }));
    expect(lines()[1]).toBe('Logistiek pakt dit op | Doen we. — Babak Nouri');
  });

  it('tells its author how many departments have taken it up', async () => {
    await page.open(newsView(affecting(1, taken), { author: 7 }));
    expect(block().getByText('Opgepakt door 1 van 2 afdelingen')).toBeTruthy();
  });

  it('tells of a department that is not known here no more than that', async () => {
    await page.open(newsView(affecting(1)), group(), [finance]);
    expect(screen.getByRole('region', { name: 'Raakt Finance en een afdeling' })).toBeTruthy();
  });

  it.each([
    ['a head', finance],
    ['a deputy', { ...finance, heads: [], deputies: [7] }],
  ])('offers to take it up to %s of the department, and for that alone', async (_who, theirs) => {
    await page.open(newsView(affecting(1)), group(), [theirs, logistics]);
    expect(screen.getAllByRole('button', { name: /^Pak dit op/ }).map((each) => each.getAttribute('aria-label'))).toEqual(['Pak dit op voor Finance']);
  });

  it('offers nothing to the head of an archived department', async () => {
    await page.open(newsView(affecting(1)), group(), [{ ...finance, archived: true }, logistics]);
    expect(button(/^Pak dit op/)).toBeNull();
  });

  it('offers nothing in an archived group', async () => {
    await page.open(newsView(affecting(1)), group({ archived: true }));
    expect(button(/^Pak dit op/)).toBeNull();
  });
});

describe('Taking it up', () => {
  it('takes a few words and, for who wants, a day', async () => {
    const asked = vi.spyOn(api, 'acknowledgeNews');
    await page.open(newsView(affecting(1)));
    await page.press('Pak dit op voor Finance');
    await screen.findByRole('dialog');
    await expectAccessible(screen.getByRole('dialog'));
    expect(document.activeElement).toBe(dialog().getByLabelText('Wat doen jullie?'));
    write('  We factureren anders.  ');
    choose('2999-12-01');
    await save();
    const made = { by: 7, note: 'We factureren anders.', done_by: '2999-12-01', at: at(9) };
    await page.answer(path(1), affecting(2, undefined, made));
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, department: 1, note: 'We factureren anders.', done_by: '2999-12-01' });
    expect(said()).toEqual(['Finance pakt dit op']);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(lines()[0]).toBe('Finance pakt dit op, klaar op zo 1 dec 2999 | We factureren anders. — Roos van der Meulen');
  });

  it('is changed afterwards: one begins at what was said, and the day may go', async () => {
    const asked = vi.spyOn(api, 'acknowledgeNews');
    await page.open(newsView(affecting(1, undefined, { ...taken, by: 7 })));
    await page.press('Wijzig wat Finance doet');
    await screen.findByRole('dialog');
    expect(dialog().getByLabelText<HTMLTextAreaElement>('Wat doen jullie?').value).toBe('We passen de routes aan.');
    expect(dialog().getByLabelText<HTMLInputElement>('Wanneer is het klaar?').value).toBe('2999-11-14');
    choose('');
    await save();
    await page.answer(path(1), affecting(2, undefined, { by: 7, note: taken.note, at: at(9) }));
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, department: 1, note: 'We passen de routes aan.' });
  });

  it.each([
    ['', '', 'Schrijf in een paar woorden wat jullie doen.'],
    ['Doen we.', '2020-01-01', 'Deze dag is voorbij. Kies vandaag of een latere dag.'],
  ])('is not sent without words, or for a day that has passed: %o %o', async (words, day, wrong) => {
    await page.open(newsView(affecting(1)));
    await page.press('Pak dit op voor Finance');
    await screen.findByRole('dialog');
    write(words);
    choose(day);
    await save();
    expect(dialog().getByText(wrong)).toBeTruthy();
    expect(network.waiting).not.toContain(path(1));
  });

  it('is not sent when it is too long: one gets there instead', async () => {
    await page.open(newsView(affecting(1)));
    await page.press('Pak dit op voor Finance');
    await screen.findByRole('dialog');
    write('x'.repeat(501));
    await save();
    expect(network.waiting).not.toContain(path(1));
    expect(document.activeElement).toBe(dialog().getByLabelText('Wat doen jullie?'));
  });

  it.each([
    ['invalid_request', '$.done_by', 400, 'Opslaan lukte niet. Deze dag is voorbij. Kies vandaag of een latere dag.'],
    ['not_found', 'department', 404, 'Opslaan lukte niet. Dit nieuws raakt de afdeling niet.'],
    ['forbidden', undefined, 403, 'Opslaan lukte niet. Dit mag je hier niet doen.'],
  ])('that the server refuses says why, and keeps what one wrote: %s %s', async (code, field, status, words) => {
    await page.open(newsView(affecting(1)));
    await page.press('Pak dit op voor Finance');
    await screen.findByRole('dialog');
    write('Doen we.');
    await save();
    await page.answer(path(1), refused(code, field), status);
    expect(said()).toEqual([words]);
    expect(dialog().getByLabelText<HTMLTextAreaElement>('Wat doen jullie?').value).toBe('Doen we.');
    expect(dialog().getByRole('button', { name: 'Opslaan' }).getAttribute('aria-disabled')).toBeNull();
  });
});
