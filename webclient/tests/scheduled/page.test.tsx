import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../src/app/dispatch.ts';
import { toasts } from '../../src/design/toast.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { draftOf } from '../../src/features/scheduled/again.ts';
import { ScheduledPage } from '../../src/features/scheduled/ScheduledPage.tsx';
import { scheduledQuery } from '../../src/features/scheduled/scheduled.ts';
import { keepDraft, keptDraft } from '../../src/features/posts/drafts.ts';
import type { EditScheduledPost, ScheduledPost } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { calendarEvent, event, group, idea, me, news, poll, post, question, tab } from '../make.ts';

const moment = '2099-11-30T07:00:00.000Z';
const scheduled = (id: number, more: Partial<ScheduledPost> = {}): ScheduledPost => ({
  post: post(id, { author: 7, state: 'scheduled', version: 4 }),
  publish_at: moment,
  failed: false,
  ...more,
});

const fetch = vi.fn<typeof globalThis.fetch>();
let list: ScheduledPost[] = [];
let answers: (path: string, init: RequestInit) => Response | undefined = () => undefined;
const refusal = (status: number, code: string, field?: string) => new Response(JSON.stringify({ status, code, field, request_id: 'R-7' }), { status });
const calls = (method: string) =>
  fetch.mock.calls.filter(([, init]) => init?.method === method).map(([path, init]) => [path, init?.body === undefined ? undefined : (JSON.parse(init.body as string) as EditScheduledPost)]);
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const action = () => toasts.visibleToasts[0]?.content.action;
const press = (name: string) => screen.getByRole('button', { name });
const cards = () => screen.queryAllByRole('article');
const field = () => screen.getByLabelText<HTMLInputElement>('Dag en tijd');
const gone = () => new Response(null, { status: 204 });

async function open(...items: ScheduledPost[]) {
  const drawn = await draw(<ScheduledPage />);
  list = items;
  await act(async () => {
    await queries.invalidateQueries({ queryKey: scheduledQuery.queryKey });
    await vi.waitFor(() => expect(cards()).toHaveLength(items.length));
  });
  return { ...drawn, user: userEvent.setup() };
}

beforeEach(() => {
  list = [];
  answers = () => undefined;
  vi.stubGlobal(
    'fetch',
    fetch.mockImplementation((path, init) => {
      if (path === '/api/me/scheduled') return Promise.resolve(new Response(JSON.stringify({ items: list, people: [], cursors: [] })));
      const answer = answers(path as string, init ?? {});
      return answer ? Promise.resolve(answer) : new Promise(() => undefined);
    }),
  );
});
afterEach(() => {
  toasts.clear();
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('What one keeps for later', () => {
  it('stands with when it comes, where, and as its readers will see it', async () => {
    const { container } = await open(scheduled(5), scheduled(6, { event: calendarEvent(1), post: post(6, { author: 7, kind: 'event', mark: 'personal' }) }));
    expect(cards()).toHaveLength(2);
    const [first, second] = [0, 1].map((place) => within(cards()[place] ?? expect.fail()));
    if (!first || !second) return expect.fail();
    expect(first.getByRole('heading').textContent).toBe('ma 30 nov 2099 om 08.00 uur');
    expect(first.getByRole('link', { name: 'SSC & Verkoop, Algemeen' })).toBeTruthy();
    expect(first.getByText('Bericht 5')).toBeTruthy();
    expect([second.getByText('Bijeenkomst'), second.getByText('Kantine Zwolle'), second.getByText('Persoonlijk')]).toHaveLength(3);
    await expectAccessible(container);
  });

  it('is nothing at first, and says how it begins', async () => {
    await open();
    expect(screen.getByText('Je hebt niets ingepland.')).toBeTruthy();
  });

  it('is read anew when something became of it, also on another device', async () => {
    await open(scheduled(5));
    list = [];
    await act(async () => {
      dispatch(event('scheduled.changed', 5, { person: 7 }, 'user:7'), {} as never);
      await vi.waitFor(() => expect(cards()).toEqual([]));
    });
  });
});

describe('Who keeps a post for later', () => {
  it('changes its words and its moment', async () => {
    const { user, container } = await open(scheduled(5));
    await user.click(press('Aanpassen'));
    await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), '!');
    expect(field().value).toBe('2099-11-30T08:00');
    fireEvent.change(field(), { target: { value: '2098-12-01T09:30' } });
    await expectAccessible(container);
    answers = () => new Response(JSON.stringify(post(5)));
    vi.setSystemTime('2098-11-26T09:00:00.000Z');
    await user.click(press('Opslaan'));
    vi.useRealTimers();
    expect(calls('PUT')).toEqual([['/api/scheduled/5', { version: 4, body: 'Bericht 5!', mark: 'work', publish_at: '2098-12-01T08:30:00.000Z' }]]);
    await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  });

  it('keeps the very moment when only the words change', async () => {
    const { user } = await open(scheduled(5, { publish_at: '2026-11-30T07:00:42.000Z' }));
    await user.click(press('Aanpassen'));
    await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), '!');
    vi.setSystemTime('2026-11-26T09:00:00.000Z');
    await user.click(press('Opslaan'));
    vi.useRealTimers();
    expect(calls('PUT')[0]?.[1]).toMatchObject({ publish_at: '2026-11-30T07:00:42.000Z' });
  });

  it.each([
    ['', {}, 'Kies een dag en een tijd.'],
    ['2020-11-30T08:00', {}, 'Kies een moment dat nog komt.'],
    ['2026-12-24T10:00', { event: calendarEvent(1) }, 'Kies een eerder moment: de bijeenkomst is dan al begonnen, of de peiling gesloten.'],
  ])('chooses no moment that cannot be: %s', async (wall, more, why) => {
    const { user } = await open(scheduled(5, more));
    await user.click(press('Aanpassen'));
    vi.setSystemTime('2026-11-26T09:00:00.000Z');
    fireEvent.change(field(), { target: { value: wall } });
    await user.click(press('Opslaan'));
    vi.useRealTimers();
    expect([field().getAttribute('aria-invalid'), screen.getByText(why).textContent, calls('PUT')]).toEqual(['true', why, []]);
  });

  it('reads at the field what the server has against a moment', async () => {
    const { user } = await open(scheduled(5, { publish_at: '2026-11-30T07:00:00.000Z' }));
    await user.click(press('Aanpassen'));
    await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), '!');
    answers = () => refusal(400, 'invalid_request', '$.publish_at');
    vi.setSystemTime('2026-11-26T09:00:00.000Z');
    await user.click(press('Opslaan'));
    expect(await screen.findByText(/Dit moment kan niet meer/)).toBeTruthy();
    vi.useRealTimers();
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what one was writing when its time comes meanwhile', async () => {
    const { user } = await open(scheduled(5));
    await user.click(press('Aanpassen'));
    await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), ' met meer');
    list = [];
    await act(() => queries.invalidateQueries({ queryKey: scheduledQuery.queryKey }));
    await vi.waitFor(() => expect(said()).toEqual(['Je bericht is intussen geplaatst of geannuleerd.']));
    expect(keptDraft(21)?.body).toBe('Bericht 5 met meer');
  });

  it('does not write over a draft with what one was writing: then its words can be copied', async () => {
    const { user } = await open(scheduled(5));
    keepDraft(21, { body: 'Iets anders', mark: 'work' });
    await user.click(press('Aanpassen'));
    await user.type(screen.getByRole('textbox', { name: 'Bericht aanpassen' }), ' met meer');
    list = [];
    await act(() => queries.invalidateQueries({ queryKey: scheduledQuery.queryKey }));
    await vi.waitFor(() => expect(action()?.label).toBe('Kopieer de tekst'));
    expect(keptDraft(21)?.body).toBe('Iets anders');
  });

  it('publishes it at once', async () => {
    const { user } = await open(scheduled(5));
    answers = () => new Response(JSON.stringify(post(5, { author: 7 })));
    list = [];
    await user.click(press('Nu plaatsen'));
    await vi.waitFor(() => expect(said()).toEqual(['Je bericht staat er.']));
    expect(calls('PUT')[0]?.[0]).toBe('/api/scheduled/5/publication');
    expect(cards()).toEqual([]);
  });

  it('hears that it waits for approval when it does', async () => {
    const { user } = await open(scheduled(5));
    answers = (path) => new Response(JSON.stringify(path === '/api/scheduled/5/publication' ? post(5, { author: 7, state: 'held' }) : { items: [group()], people: [], cursors: [] }));
    await user.click(press('Nu plaatsen'));
    await vi.waitFor(() => expect(said()).toEqual(['Je bericht wacht op goedkeuring']));
  });

  it.each([
    [409, 'conflict', 'Dit bericht is intussen geplaatst of geannuleerd.'],
    [403, 'forbidden', 'Je mag hier nu geen berichten plaatsen.'],
  ])('hears why that cannot be: %s %s', async (status, code, why) => {
    const { user } = await open(scheduled(5));
    answers = () => refusal(status, code);
    await user.click(press('Nu plaatsen'));
    await vi.waitFor(() => expect(said()).toEqual([why]));
  });

  it('cancels it, and has it back as a draft', async () => {
    const { user } = await open(scheduled(5));
    answers = gone;
    list = [];
    await user.click(press('Niet plaatsen'));
    await vi.waitFor(() => expect([said(), action()?.label]).toEqual([['Je bericht is niet meer ingepland.'], 'Terug naar concept']));
    expect([calls('DELETE').map(([path]) => path), cards(), keptDraft(21)]).toEqual([['/api/scheduled/5'], [], undefined]);
    act(() => action()?.run());
    expect(keptDraft(21)).toEqual({ body: 'Bericht 5', mark: 'work', at: '2099-11-30T08:00' });
  });

  it('hears first that it cannot become a draft where another one stands, which stays: then its words can be copied', async () => {
    const { user } = await open(scheduled(5));
    keepDraft(21, { body: 'Iets anders', mark: 'work' });
    answers = gone;
    await user.click(press('Niet plaatsen'));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Bericht weggooien?' }));
    expect(dialog.getByText(/^In Algemeen staat al een ander concept/)).toBeTruthy();
    expect(calls('DELETE')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Gooi weg' }));
    await vi.waitFor(() => expect(action()?.label).toBe('Kopieer de tekst'));
    expect(keptDraft(21)?.body).toBe('Iets anders');
  });

  it('keeps also what one begins there before one asks for it back', async () => {
    const { user } = await open(scheduled(5));
    answers = gone;
    await user.click(press('Niet plaatsen'));
    await vi.waitFor(() => expect(action()?.label).toBe('Terug naar concept'));
    keepDraft(21, { body: 'Iets anders', mark: 'work' });
    act(() => action()?.run());
    expect(keptDraft(21)?.body).toBe('Iets anders');
  });
});

describe('What could not be published', () => {
  const failed = scheduled(5, { failed: true, publish_at: '2026-11-20T07:00:00.000Z' });

  it('says so, and what one can do', async () => {
    const { container } = await open(failed);
    expect(screen.getByRole('heading', { name: 'Niet geplaatst' })).toBeTruthy();
    expect(screen.getByText('ingepland voor vr 20 nov om 08.00 uur')).toBeTruthy();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Nieuw moment kiezen', 'Nu plaatsen', 'Terug naar concept', 'Verwijderen']);
    expect(screen.getByText(/^Op dat moment kon dit niet geplaatst worden/)).toBeTruthy();
    await expectAccessible(container);
  });

  it.each([
    ['question', 'De dienst of afdeling die je koos, is er niet meer.'],
    ['idea', 'De dienst of afdeling die je koos, is er niet meer.'],
    ['news', 'Een van de afdelingen die dit raakt, is gearchiveerd.'],
    ['praise', 'Een van deze mensen is niet meer op Plein.'],
    ['post', 'Dit bericht is intussen geplaatst of geannuleerd.'],
  ])('says who is gone that it asks or names: %s', async (about, why) => {
    const { user } = await open(failed);
    answers = () => refusal(404, 'not_found', about);
    await user.click(press('Nu plaatsen'));
    await vi.waitFor(() => expect(said()).toEqual([why]));
  });

  it.each([
    ['poll', { poll: poll(1, { closes_at: '2026-11-20T16:00:00.000Z' }) }, /^De peiling zou al gesloten zijn/],
    ['event', { event: calendarEvent(1, { begins: '2026-11-20T09:00:00.000Z', ends: '2026-11-20T11:00:00.000Z' }) }, /^De bijeenkomst is al voorbij/],
  ])('says that what it asks is over: %s', async (_kind, more, why) => {
    vi.setSystemTime('2026-11-26T09:00:00.000Z');
    const { user } = await open({ ...failed, ...more });
    expect(screen.getByText(why)).toBeTruthy();
    answers = () => refusal(400, 'invalid_request', '$');
    await user.click(press('Nu plaatsen'));
    await vi.waitFor(() => expect(said()).toEqual([expect.stringMatching(why)]));
    vi.useRealTimers();
  });

  it('becomes a draft again, with all that it asked', async () => {
    const { user } = await open({ ...failed, question: question(1) });
    answers = gone;
    await user.click(press('Terug naar concept'));
    await vi.waitFor(() => expect(keptDraft(21)).toMatchObject({ body: 'Bericht 5', question: { department: 1 } }));
    expect(calls('DELETE').map(([path]) => path)).toEqual(['/api/scheduled/5']);
  });

  it('stays while another draft stands there', async () => {
    const { user } = await open(failed);
    keepDraft(21, { body: 'Iets anders', mark: 'work' });
    await user.click(press('Terug naar concept'));
    expect([said(), calls('DELETE'), keptDraft(21)?.body]).toEqual([['In Algemeen staat al een ander concept. Plaats dat eerst, of gooi het weg.'], [], 'Iets anders']);
  });

  it('can only be thrown away where one may not post', async () => {
    await open(failed);
    act(() => {
      queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [{ ...tab(21), may_post: false }] })], cursors: [] });
    });
    await vi.waitFor(() => expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Verwijderen']));
    expect(screen.getByText(/Je mag hier geen berichten meer plaatsen/)).toBeTruthy();
  });
});

describe('As a draft again', () => {
  const now = Date.parse('2026-11-26T09:00:00.000Z');
  const again = (kind: ScheduledPost['post']['kind'], body: string, more: Partial<ScheduledPost>, praised?: number[]) =>
    draftOf(scheduled(5, { post: post(5, { kind, body, ...(praised && { praised }) }), ...more }), now, me.time_zone);

  it('each kind is what it was', () => {
    expect(again('question', 'Wie?', { question: question(1) })).toMatchObject({ body: 'Wie?', question: { department: 1 } });
    expect(again('idea', 'Meer licht', { idea: idea(1) })).toMatchObject({ idea: { department: 1 } });
    expect(again('praise', 'Dank', {}, [3])).toMatchObject({ praise: { people: [3] } });
    expect(again('news', '# Kluis\n\nVanaf maandag.', { news: news(1, { affects: [{ department: 2 }] }) })).toMatchObject({
      body: '',
      news: { title: 'Kluis', lead: 'Vanaf maandag.', mustRead: true, affects: [2] },
    });
    expect(again('event', '# Zomerfeest\n\nTot dan', { event: calendarEvent(1, { places: 40 }) })).toMatchObject({
      body: 'Tot dan',
      event: { title: 'Zomerfeest', begins: '2026-12-04T10:00', ends: '2026-12-04T12:00', place: 'Kantine Zwolle', places: '40' },
    });
    expect(again('poll', 'Wat drink je?', { poll: poll(1, { closes_at: '2026-12-04T16:00:00.000Z' }) })).toMatchObject({
      poll: { options: ['Koffie', 'Thee', 'Water'], multiple: false, anonymous: false, closing: 'own', at: '2026-12-04T17:00' },
    });
  });

  it('has its moment while that is to come', () => {
    expect(again('update', 'x', {}).at).toBe('2099-11-30T08:00');
    expect(again('update', 'x', { publish_at: '2026-11-20T07:00:00.000Z' })).not.toHaveProperty('at');
  });
});
