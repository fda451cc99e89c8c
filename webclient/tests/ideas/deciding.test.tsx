import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import type { Idea } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, idea, me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { button, finance, gone, ideaPage, ideaView, inCard, invoices, logistics, ownFinance, refused, said, step } from './card-page.ts';

let network: Network;
const page = ideaPage(() => network);
const path = '/api/posts/5/idea/status';
const first = 'Geef een status';
const again = 'Geef een andere status';
const dialog = () => within(screen.getByRole('dialog'));
const choices = () => dialog().getAllByRole('radio').map((each) => each.closest('label')?.textContent);
const chosen = () => dialog().queryByRole('radio', { checked: true })?.closest('label')?.textContent;
const noteField = () => dialog().getByRole<HTMLTextAreaElement>('textbox');
const write = (words: string) => fireEvent.change(noteField(), { target: { value: words } });
const save = () => page.user.click(dialog().getByRole('button', { name: 'Opslaan' }));

async function open(of: Idea) {
  await page.open(ideaView(of), group(), [ownFinance, logistics]);
  await page.press(of.status === undefined ? first : again);
  await screen.findByRole('dialog', { name: of.status === undefined ? first : again });
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

describe('Deciding on an idea', () => {
  const ofNobody = { version: 1, votes: 0, steps: [] };

  it.each([
    ['a head of its department', idea(1), group(), [ownFinance, logistics], []],
    ['a deputy', idea(1), group(), [{ ...finance, deputies: [7] }, logistics], []],
    ['the owner of its service', idea(1, { service: 5 }), group(), [finance, logistics], [{ ...invoices, owner: 7 }]],
    ['who looks after the tab, where it has no department', ofNobody, group({ role: 'moderator' }), [finance], []],
  ])('is offered to %s', async (_whom, of, where, departments, services) => {
    await page.open(ideaView(of), where, departments, services);
    expect(button(first)).toBeTruthy();
  });

  it.each([
    ['a colleague', idea(1), group()],
    ['the head of another department', idea(1, { department: 2 }), group()],
    ['who looks after the tab, where a department decides', idea(1), group({ role: 'moderator' })],
    ['a member, where it has no department', ofNobody, group()],
  ])('is not offered to %s', async (who, of, where) => {
    await page.open(ideaView(of), where, who.startsWith('the head') ? [ownFinance, logistics] : [finance, logistics]);
    expect(button(/^Geef een/)).toBeNull();
  });

  it('is not offered in an archived group', async () => {
    await page.open(ideaView(idea(1)), group({ archived: true }), [ownFinance, logistics]);
    expect(button(/^Geef een/)).toBeNull();
  });
});

describe('Giving an idea a status', () => {
  it('takes a status and a note, and everyone reads it', async () => {
    const asked = vi.spyOn(api, 'decideIdea');
    await open(idea(1));
    expect(choices()).toEqual(['Gehoord', 'Wordt bekeken', 'Komt eraan', 'Gedaan', 'Doen we niet']);
    expect(document.activeElement).toBe(dialog().getByRole('radio', { name: 'Gehoord' }));
    await expectAccessible(screen.getByRole('dialog'));
    await page.user.click(dialog().getByRole('radio', { name: 'Wordt bekeken' }));
    write('  We zoeken uit wat het kost.  ');
    await save();
    expect(dialog().queryByRole('alert')).toBeNull();
    await page.answer(path, idea(2, { status: 'under_review', steps: [step('under_review', 9, { by: 7, note: 'We zoeken uit wat het kost.' })] }));
    expect(asked).toHaveBeenCalledExactlyOnceWith({ post: 5, status: 'under_review', note: 'We zoeken uit wat het kost.' });
    expect(said()).toEqual(['Iedereen leest nu hoe het staat met dit idee']);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(screen.getByRole('region', { name: 'Wordt bekeken' })).getByText('We zoeken uit wat het kost.')).toBeTruthy();
    expect(button(again)).toBeTruthy();
  });

  it('offers what it is not already, and begins at what usually follows', async () => {
    await open(gone(3, ['heard', 'under_review']));
    expect([choices(), chosen()]).toEqual([['Gehoord', 'Komt eraan', 'Gedaan', 'Doen we niet'], 'Komt eraan']);
  });

  it('comes back to what has ended', async () => {
    await open(gone(2, ['declined']));
    expect([choices(), chosen()]).toEqual([['Gehoord', 'Wordt bekeken', 'Komt eraan', 'Gedaan'], 'Wordt bekeken']);
  });

  it('asks for the reason when it is declined', async () => {
    await open(idea(1));
    expect(dialog().getByLabelText('Wat wil je erbij zeggen?')).toBeTruthy();
    await page.user.click(dialog().getByRole('radio', { name: 'Doen we niet' }));
    expect(dialog().getByLabelText('Waarom doen we dit niet?')).toBe(noteField());
  });

  it('is not sent without a note: one reads why', async () => {
    await open(idea(1));
    write('   ');
    await save();
    expect(dialog().getByText('Schrijf in een paar woorden waarom, of wat er nu gebeurt.')).toBeTruthy();
    expect(network.waiting).not.toContain(path);
  });

  it('is not sent when the note is too long: one gets there instead', async () => {
    await open(idea(1));
    write('x'.repeat(501));
    await save();
    expect(network.waiting).not.toContain(path);
    expect(document.activeElement).toBe(noteField());
  });

  it('that somebody else did already says so, shows what stands now, and keeps what one wrote', async () => {
    await open(gone(2, ['heard']));
    write('We gaan kijken.');
    await save();
    await page.answer(path, refused('conflict', 'status'), 409);
    await page.read(ideaView(gone(3, ['heard', 'under_review'])));
    expect(said()).toEqual(['Opslaan lukte niet. Iemand anders gaf dit idee deze status al.']);
    const now = within(dialog().getByRole('alert'));
    expect(now.getByText('Iemand anders was je voor. Dit staat er nu:')).toBeTruthy();
    expect([now.getByText('Wordt bekeken'), now.getByText('Fatma Yıldız'), now.getByText('Over under_review.')].every(Boolean)).toBe(true);
    expect([choices(), chosen(), noteField().value]).toEqual([['Gehoord', 'Komt eraan', 'Gedaan', 'Doen we niet'], undefined, 'We gaan kijken.']);
    await expectAccessible(screen.getByRole('dialog'));
    await save();
    expect(network.waiting).not.toContain(path);
    await page.user.click(dialog().getByRole('radio', { name: 'Komt eraan' }));
    await save();
    await page.answer(path, gone(4, ['heard', 'under_review', 'planned']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is done where what one said did arrive and only its answer got lost', async () => {
    await open(idea(1));
    write('We gaan kijken.');
    await save();
    await page.answer(path, refused('unavailable'), 503);
    expect(screen.getByRole('dialog')).toBeTruthy();
    await page.changed(idea(2, { status: 'heard', steps: [step('heard', 9, { by: 7, note: 'We gaan kijken.' })] }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows at once that somebody else is first, and keeps what one chose', async () => {
    await open(idea(1));
    await page.user.click(dialog().getByRole('radio', { name: 'Gedaan' }));
    write('Dat is er al.');
    await page.changed(gone(2, ['heard']));
    expect(within(dialog().getByRole('alert')).getByText('Gehoord')).toBeTruthy();
    expect([chosen(), noteField().value]).toEqual(['Gedaan', 'Dat is er al.']);
  });

  it('keeps what one wrote when another department decides meanwhile; the server tells', async () => {
    await open(idea(1));
    write('We gaan kijken.');
    await page.changed(idea(2, { department: 2 }));
    expect(noteField().value).toBe('We gaan kijken.');
    await save();
    await page.answer(path, refused('forbidden'), 403);
    expect(said()).toEqual(['Opslaan lukte niet. Dit mag je hier niet doen.']);
    expect(noteField().value).toBe('We gaan kijken.');
  });

  it('asks before what one wrote is thrown away', async () => {
    await open(idea(1));
    write('We gaan kijken.');
    await page.user.click(dialog().getByRole('button', { name: 'Annuleren' }));
    expect(await screen.findByRole('alertdialog', { name: 'Niet opgeslagen wijzigingen weggooien?' })).toBeTruthy();
  });
});

describe('The card after it', () => {
  it('leaves the focus on the button that opened the dialog', async () => {
    await open(idea(1));
    await page.user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(inCard().getByRole('button', { name: first })).toBe(document.activeElement);
  });
});
