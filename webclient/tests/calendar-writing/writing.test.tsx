import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keptDraft } from '../../src/features/posts/drafts.ts';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import { momentOn } from '../../src/i18n/wall.ts';
import type { CreatePost, TabView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group, me, post, tab } from '../make.ts';
// What the composer fetches is here already: a busy machine loads it slowly.
import '../../src/features/calendar/EventHead.tsx';
import '../../src/features/calendar/RefusedEvent.tsx';
import '../../src/features/news/NewsHead.tsx';

const general = tab(21);
const ofHr = tab(22, { department: 1 });

const fetch = vi.fn<typeof globalThis.fetch>();
const refusal = (code: string, field: string, status = 400) => Promise.resolve(new Response(JSON.stringify({ status, code, field, request_id: 'R-77' }), { status }));
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'POST').map(([, init]) => JSON.parse(init?.body as string) as CreatePost);

const kind = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const [title, begins, ends, place, places, words] = [() => field('Titel'), () => field('Begint'), () => field('Eindigt'), () => field('Plek'), () => field('Aantal plekken'), () => field('Tekst')];
const press = (name: string) => screen.getByRole('button', { name });
const sheet = () => screen.queryByRole('region', { name: 'Nieuw bericht' });
/// As a picker does, in one go.
const choose = (input: HTMLInputElement, wall: string) => fireEvent.change(input, { target: { value: wall } });
const saidAt = (input: HTMLInputElement) => document.getElementById(input.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent;

const composer = (tabs: [TabView, ...TabView[]]) => (
  <>
    <Composer group={group({ tabs })} tabs={tabs} />
    <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
  </>
);
const know = () =>
  act(() => {
    queries.setQueryData(meQuery.queryKey, me);
  });

async function plan(...tabs: [TabView, ...TabView[]] | []) {
  const [first = general, ...others] = tabs;
  const drawn = await draw(composer([first, ...others]));
  know();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.click(kind('Bijeenkomst'));
  await screen.findByLabelText('Titel');
  return { ...drawn, user };
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Planning an event', () => {
  it('has fields of its own, and is sent as one text with its plan', async () => {
    const { user, container } = await plan();
    await expectAccessible(container);
    await user.type(title(), 'Zomerfeest');
    choose(begins(), '2099-12-03T15:00');
    choose(ends(), '2099-12-03T17:30');
    await user.type(place(), ' Kantine ');
    await user.type(places(), '40');
    await user.type(words(), '- Neem een jas mee');
    await expectAccessible(container);
    await user.click(press('Plaats bijeenkomst'));
    const event = { begins: '2099-12-03T14:00:00.000Z', ends: '2099-12-03T16:30:00.000Z', place: 'Kantine', places: 40 };
    expect(sent()).toMatchObject([{ body: '# Zomerfeest\n\n- Neem een jas mee', mark: 'work', event }]);
    const waiting = within(screen.getByRole('status'));
    const said = ['Bijeenkomst', 'Zomerfeest', '- Neem een jas mee', 'do 3 dec 2099, 15.00–17.30', 'Kantine', '40 plekken'];
    expect(said.map((each) => waiting.getByText(each).textContent)).toEqual(said);
    expect(sheet()).toBeNull();
  });

  it('needs no more than a title: it begins at a full hour that is to come, and everyone can come', async () => {
    const { user } = await plan();
    expect([begins().value, ends().value, place().value, places().value]).toEqual([expect.stringMatching(/:00$/), expect.stringMatching(/:00$/), '', '']);
    await user.type(title(), 'Zomerfeest');
    await user.click(press('Plaats bijeenkomst'));
    const [{ body, event }] = sent() as [CreatePost];
    const [from, until] = [Date.parse(event?.begins ?? ''), Date.parse(event?.ends ?? '')];
    expect([body, event?.place, until - from, from - Date.now() >= 59 * 60_000, from - Date.now() < 2 * 3_600_000]).toEqual(['# Zomerfeest', '', 3_600_000, true, true]);
    expect(event).not.toHaveProperty('places');
  });

  it('without a title says so at the field once one tries, and goes there', async () => {
    const { user } = await plan();
    await user.type(words(), 'Tekst');
    await user.click(press('Plaats bijeenkomst'));
    expect(saidAt(title())).toBe('Geef de bijeenkomst een titel.');
    expect(document.activeElement).toBe(title());
    await user.type(title(), 'x'.repeat(121));
    await user.click(press('Plaats bijeenkomst'));
    expect(screen.getByText('1 teken te lang')).toBeTruthy();
    expect(sent()).toEqual([]);
    await user.click(kind('Bericht'));
    await user.click(kind('Bijeenkomst'));
    await user.clear(await screen.findByLabelText('Titel'));
    expect(title().getAttribute('aria-invalid')).toBeNull();
  });

  it('leads with Enter from the title to when it begins, sends with Ctrl and Enter, and closes with Esc', async () => {
    const { user } = await plan();
    await user.type(title(), 'Zomerfeest{Enter}');
    expect(document.activeElement).toBe(begins());
    expect(sent()).toEqual([]);
    await user.type(place(), 'Kantine{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ event: { place: 'Kantine' } }]);
    await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
    await user.click(kind('Bijeenkomst'));
    await user.type(title(), 'Nog een{Escape}');
    expect(sheet()).toBeNull();
  });
});

describe('When an event is', () => {
  it('has the day of the week below it, and that of its end when it is another', async () => {
    await plan();
    choose(begins(), '2099-12-03T15:00');
    expect([saidAt(begins()), saidAt(ends())]).toEqual(['donderdag 3 december', undefined]);
    choose(ends(), '2099-12-04T12:00');
    expect(saidAt(ends())).toBe('vrijdag 4 december');
  });

  it('ends as long after its begin as it did, however that moves', async () => {
    await plan();
    choose(begins(), '2099-12-03T15:00');
    expect(ends().value).toBe('2099-12-03T16:00');
    choose(ends(), '2099-12-03T17:30');
    choose(begins(), '2099-12-04T09:00');
    expect(ends().value).toBe('2099-12-04T11:30');
    choose(begins(), '');
    expect(ends().value).toBe('2099-12-04T11:30');
    choose(begins(), '2099-12-05T10:00');
    expect(ends().value).toBe('2099-12-05T12:30');
  });

  it('says what is wrong at the field, at once; and what is missing, once one tries', async () => {
    const { user } = await plan();
    await user.type(title(), 'Zomerfeest');
    choose(begins(), '2099-12-03T15:00');
    choose(ends(), '2099-12-03T15:00');
    expect([ends().getAttribute('aria-invalid'), saidAt(ends())]).toEqual(['true', 'Kies een einde dat na het begin komt.']);
    choose(ends(), '2100-02-01T15:00');
    expect(saidAt(ends())).toBe('Een bijeenkomst duurt hoogstens 31 dagen.');
    choose(begins(), '2020-01-01T10:00');
    expect(saidAt(begins())).toBe('Kies een moment dat nog komt.');
    await user.click(press('Plaats bijeenkomst'));
    expect(document.activeElement).toBe(begins());
    choose(begins(), '');
    choose(ends(), '');
    expect([saidAt(begins()), saidAt(ends())]).toEqual(['Kies een dag en een tijd.', 'Kies een dag en een tijd.']);
    expect(sent()).toEqual([]);
  });

  it('that went by between two ticks of the clock is said when one tries, and one goes there', async () => {
    const { user } = await plan();
    await user.type(title(), 'Zomerfeest');
    choose(begins(), '2099-12-03T15:00');
    expect(begins().getAttribute('aria-invalid')).toBeNull();
    vi.setSystemTime('2099-12-03T14:00:10.000Z');
    await user.click(press('Plaats bijeenkomst'));
    expect([sent(), saidAt(begins()), document.activeElement]).toEqual([[], 'Kies een moment dat nog komt.', begins()]);
  });

  it('says nothing yet of what one has not filled in, nor while one types a year', async () => {
    await plan();
    for (const wall of ['0002-12-03T15:00', '']) {
      choose(begins(), wall);
      expect(begins().getAttribute('aria-invalid')).toBeNull();
    }
  });
});

describe('Where an event is, and for how many', () => {
  it('says what places can be, at the field, and goes there', async () => {
    const { user } = await plan();
    await user.type(title(), 'Zomerfeest');
    await user.type(places(), '10.001');
    expect(saidAt(places())).toBe('Kies een getal van 1 tot en met 10.000, of laat dit leeg.');
    await user.click(press('Plaats bijeenkomst'));
    expect([sent(), document.activeElement]).toEqual([[], places()]);
    await user.type(places(), '{Backspace}0');
    await user.click(press('Plaats bijeenkomst'));
    expect(sent()).toMatchObject([{ event: { places: 10_000 } }]);
  });

  it('says how much a place is too long, and goes there instead of sending it', async () => {
    const { user } = await plan();
    await user.type(title(), 'Zomerfeest');
    await user.click(place());
    await user.paste('é'.repeat(101));
    expect(screen.getByText('2 tekens te lang')).toBeTruthy();
    await user.click(press('Plaats bijeenkomst'));
    expect([sent(), document.activeElement]).toEqual([[], place()]);
  });
});

describe('An event that is kept', () => {
  it('is there again with all that was filled in, through a reload, and when one chooses another tab', async () => {
    const { user, unmount } = await plan(general, ofHr);
    await user.type(title(), 'Zomerfeest');
    choose(begins(), '2099-12-03T15:00');
    await user.type(place(), 'Kantine');
    await user.type(places(), '40');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    const filled = { title: 'Zomerfeest', begins: '2099-12-03T15:00', ends: '2099-12-03T16:00', place: 'Kantine', places: '40' };
    expect([keptDraft(21), keptDraft(22)?.event]).toEqual([undefined, filled]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    expect(press('Later verder')).toBeTruthy();
    unmount();
    await draw(composer([general, ofHr]));
    know();
    await screen.findByLabelText('Titel');
    expect([title().value, begins().value, ends().value, place().value, places().value]).toEqual(Object.values(filled));
  });

  it('is lost by nobody who looks at another kind of post', async () => {
    const { user } = await plan();
    await user.type(title(), 'Zomerfeest');
    choose(begins(), '2099-12-03T15:00');
    await user.type(words(), 'Tekst');
    await user.click(kind('Bericht'));
    await user.click(kind('Nieuws'));
    expect((await screen.findByLabelText<HTMLInputElement>('Titel')).value).toBe('');
    await user.click(kind('Bijeenkomst'));
    await screen.findByLabelText('Begint');
    expect([title().value, begins().value, words().value]).toEqual(['Zomerfeest', '2099-12-03T15:00', 'Tekst']);
    await user.click(kind('Bericht'));
    await user.click(press('Plaats bericht'));
    expect(sent()[0]).not.toHaveProperty('event');
  });
});

describe('An event that nobody has written anything into', () => {
  const tomorrow = () => vi.setSystemTime(Date.now() + 24 * 3_600_000);
  const reopen = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(screen.getByRole('button', { name: /Wat wil je delen|Verder met je concept/ }));
    await screen.findByLabelText('Begint');
  };
  const beginsAt = () => momentOn(begins().value, me.time_zone);

  it('begins anew when one opens it again after its time, here and through a reload', async () => {
    const { user, unmount } = await plan();
    await user.click(press('Annuleren'));
    tomorrow();
    await reopen(user);
    expect(beginsAt()).toBeGreaterThan(Date.now());
    unmount();
    tomorrow();
    await draw(composer([general]));
    know();
    await reopen(user);
    expect(beginsAt()).toBeGreaterThan(Date.now());
  });

  it('begins anew when one comes back from another kind of post after its time', async () => {
    const { user } = await plan();
    await user.click(kind('Bericht'));
    tomorrow();
    await user.click(kind('Bijeenkomst'));
    await screen.findByLabelText('Begint');
    expect(beginsAt()).toBeGreaterThan(Date.now());
  });

  it('keeps a time that is still to come', async () => {
    const { user } = await plan();
    choose(begins(), '2099-12-03T15:00');
    await user.click(press('Annuleren'));
    await reopen(user);
    expect(begins().value).toBe('2099-12-03T15:00');
  });

  it.each([['a title', 'Titel'], ['a text', 'Tekst']])('is none when there is %s: its time stays', async (_what, where) => {
    const { user } = await plan();
    await user.type(field(where), 'Zomerfeest');
    const first = begins().value;
    await user.click(press('Later verder'));
    tomorrow();
    await reopen(user);
    expect(begins().value).toBe(first);
  });
});

describe('An event that the server refuses', () => {
  const refused = async () => {
    const drawn = await plan();
    await drawn.user.type(title(), 'Zomerfeest');
    choose(begins(), '2099-12-03T15:00');
    choose(ends(), '2099-12-03T17:30');
    await drawn.user.type(place(), 'Kantine');
    await drawn.user.click(press('Plaats bijeenkomst'));
    return drawn;
  };
  const pass = () =>
    act(() => outbox.update((all) => all.map((each) => ({ ...each, request: { ...each.request, event: { begins: '2020-01-01T14:00:00.000Z', ends: '2020-01-01T16:30:00.000Z', place: 'Kantine' } } }))));

  it('because it was over before the server had it gets another moment, and keeps its words and how long it takes', async () => {
    fetch.mockImplementationOnce(() => refusal('invalid_request', '$.event.ends'));
    const { user } = await refused();
    await screen.findByRole('button', { name: 'Opnieuw proberen' });
    pass();
    expect(screen.getByText('Plaatsen lukte niet. De bijeenkomst is al voorbij.')).toBeTruthy();
    await user.click(press('Kies een nieuw moment…'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Wanneer is de bijeenkomst?' }));
    await expectAccessible(screen.getByRole('dialog'));
    expect([dialog.getByLabelText<HTMLInputElement>('Plek').value, Date.parse(ends().value) - Date.parse(begins().value)]).toEqual(['Kantine', 2.5 * 3_600_000]);
    choose(begins(), '2020-01-01T15:00');
    await user.click(dialog.getByRole('button', { name: 'Plaats bijeenkomst' }));
    expect([sent().length, document.activeElement]).toEqual([1, begins()]);
    choose(begins(), '2098-12-03T15:00');
    await user.click(dialog.getByRole('button', { name: 'Plaats bijeenkomst' }));
    const [first, second] = sent();
    expect(second).toMatchObject({ body: '# Zomerfeest', event: { begins: '2098-12-03T14:00:00.000Z', ends: '2098-12-03T16:30:00.000Z', place: 'Kantine' } });
    expect(first?.client_id).not.toBe(second?.client_id);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(outbox.get()).toHaveLength(1);
  });

  it('because it reads no title says what a title is, and can be posted as a plain post', async () => {
    fetch.mockImplementationOnce(() => refusal('invalid_request', '$.body'));
    const { user } = await refused();
    expect(await screen.findByText('Plaatsen lukte niet. Een bijeenkomst begint met een titel van hoogstens 120 tekens.')).toBeTruthy();
    await user.click(press('Plaats als gewoon bericht'));
    expect(sent()[1]).not.toHaveProperty('event');
  });

  it('for another reason is tried again as it was', async () => {
    fetch.mockImplementationOnce(() => refusal('forbidden', 'tab', 403));
    const { user } = await refused();
    await user.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
    const [first, second] = sent();
    expect(second).toEqual(first);
  });
});

it('An event that arrives is not taken for news with the same words', async () => {
  const { user } = await plan();
  await user.type(title(), 'Zomerfeest');
  await user.click(press('Plaats bijeenkomst'));
  const later = { author: 7, body: '# Zomerfeest', published_at: '2199-01-01T00:00:00.000Z' };
  act(() => settleByEvent(post(9, { ...later, kind: 'news' })));
  expect(outbox.get()).toHaveLength(1);
  act(() => settleByEvent(post(9, { ...later, kind: 'event' })));
  expect(outbox.get()).toEqual([]);
});
