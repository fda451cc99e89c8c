import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { putAttendance } from '../../src/features/calendar/put.ts';
import type { Attendance, CalendarEvent, Post, PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { calendarEvent, event, group, me, page, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import { eventView, now } from './card-page.ts';
import '../../src/features/calendar/CalendarPage.tsx';

const all = '/api/events?mine=false';
const mine = '/api/events?mine=true';
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];

/// From that moment for two hours, in the time of winter.
const from = (begins: string, more: Partial<CalendarEvent> = {}) => {
  const start = `${begins}:00.000+01:00`;
  return { begins: new Date(start).toISOString(), ends: new Date(Date.parse(start) + 2 * 3_600_000).toISOString(), ...more };
};
const called = (id: number, name: string, of: Partial<CalendarEvent>, said?: Attendance, more: Partial<Post> = {}): PostView => {
  const blocks: Post['blocks'] = [{ type: 'heading', level: 1, children: [{ type: 'text', text: name }] }];
  return viewOf(post(id, { kind: 'event', blocks, ...more }), { event: calendarEvent(2, of), mine: eventView(undefined, said).mine });
};

describe('The calendar', () => {
  let network: Network;
  const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
  const answer = (path: string, ...items: PostView[]) => act(() => network.answer(path, page([], { items, cursors })));
  const changed = (id: number, to: CalendarEvent, seq = 11) =>
    act(() => network.say(event('event.changed', seq, { post: id, tab: 21, group: 2, event: to })));
  const set = (id: number, attendance: Attendance | undefined, seq = 2) =>
    act(() => network.say(event('attendance.set', seq, { post: id, ...(attendance && { attendance }) }, 'user:7')));
  const pass = () => act(() => network.pass(1_500));
  const turn = (to: string) => user().click(screen.getByRole('radio', { name: to }));
  const main = () => within(screen.getByRole('main'));
  const titles = () => main().queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
  /// Each day with what stands below it.
  const days = () =>
    main()
      .getAllByRole('heading', { level: 2 })
      .map((day) => [day.textContent, ...[...(day.parentElement?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent)]);
  const row = (title: string) => main().getByRole('heading', { level: 3, name: title }).closest('li')?.textContent;

  async function visitCalendar(groups = [group()]) {
    vi.setSystemTime(now);
    await visit('/agenda', { groups });
    // The clock of the page has ticked since.
    await act(() => network.pass(30_100));
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

  it('has what is coming up by day: today, tomorrow, and then by date', async () => {
    await visitCalendar();
    await answer(
      all,
      called(5, 'Koffie', from('2026-11-23T10:00')),
      called(6, 'Lunch', from('2026-11-23T12:00')),
      called(7, 'Rondleiding', from('2026-11-24T00:30')),
      called(8, 'Kerstlunch', from('2026-12-04T12:00')),
      called(9, 'Nieuwjaar', from('2027-01-04T16:00')),
    );
    expect(days()).toEqual([['Vandaag', 'Koffie', 'Lunch'], ['Morgen', 'Rondleiding'], ['Vrijdag 4 december', 'Kerstlunch'], ['Maandag 4 januari 2027', 'Nieuwjaar']]);
    expect(document.title).toContain('Agenda');
    await expectAccessible(screen.getByRole('main'));
  });

  it('says in a row when it is, what, where, and what one said', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00'), 'yes'), called(6, 'Borrel', from('2026-11-23T16:00', { place: '' }), 'maybe'), called(7, 'Quiz', from('2026-11-23T19:00'), 'no'), called(8, 'Film', from('2026-11-23T20:00')));
    expect(row('Koffie')).toBe('10.00–12.00KoffieKantine Zwollein\u00A0SSC & Verkoop, AlgemeenJe komt');
    expect(row('Borrel')).toBe('16.00–18.00Borrelin\u00A0SSC & Verkoop, AlgemeenJe komt misschien');
    expect(row('Quiz')).toMatch(/Je komt niet$/);
    expect(row('Film')).toMatch(/Algemeen$/);
    expect(main().getByRole('link', { name: 'Koffie' }).getAttribute('href')).toBe('/p/5');
  });

  it('says that one does not go on, in the place of what one said', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00', { cancel_reason: 'Ziek' }), 'yes'));
    expect(row('Koffie')).toMatch(/AlgemeenGaat niet door$/);
  });

  it('has what goes on for days with its days, and today while it does', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Beurs', { begins: '2026-11-21T08:00:00.000Z', ends: '2026-11-24T16:00:00.000Z' }), called(6, 'Koffie', from('2026-11-23T10:00')));
    expect(days()).toEqual([['Vandaag', 'Beurs', 'Koffie']]);
    expect(row('Beurs')).toMatch(/^za 21 nov, 09.00 – di 24 nov, 17.00/);
  });

  it('leaves out what has ended, also while one looks', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Vroeg', { begins: '2026-11-23T06:00:00.000Z', ends: '2026-11-23T08:00:00.000Z' }), called(6, 'Koffie', from('2026-11-23T10:00')));
    expect(titles()).toEqual(['Vroeg', 'Koffie']);
    await act(() => network.pass(31 * 60_000));
    expect(titles()).toEqual(['Koffie']);
  });

  it('says below the list that later ones are not shown, when there are as many as the server gives', async () => {
    const rest = 'Hier staan hoogstens 100 bijeenkomsten. Wat later komt, zie je hier nog niet.';
    const [first, ...others] = Array.from({ length: 100 }, (_each, at) => called(100 + at, `Nummer ${at}`, {})) as [PostView, ...PostView[]];
    await visitCalendar();
    await answer(all, first, ...others);
    const last = main().getByRole('heading', { level: 3, name: 'Nummer 99' });
    expect(last.compareDocumentPosition(main().getByText(rest)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await turn('Waar ik bij ben');
    await answer(mine, ...others);
    expect([titles().length, main().queryByText(rest)]).toEqual([99, null]);
  });

  it('asks for what one goes to when one wants that alone', async () => {
    await visitCalendar();
    expect(network.waiting).toEqual([all]);
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00'), 'yes'), called(6, 'Lunch', from('2026-11-23T12:00')));
    await turn('Waar ik bij ben');
    await answer(mine, called(5, 'Koffie', from('2026-11-23T10:00'), 'yes'));
    expect(titles()).toEqual(['Koffie']);
  });

  it('says so when there is nothing, and leads back to all', async () => {
    await visitCalendar();
    await answer(all);
    expect(main().getByText('Er staat nog niets in je agenda.')).toBeTruthy();
    await turn('Waar ik bij ben');
    await answer(mine);
    expect(main().getByText('Je hebt nog nergens gezegd dat je komt.')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
    await user().click(main().getByRole('button', { name: 'Toon alles' }));
    expect(main().getByText('Er staat nog niets in je agenda.')).toBeTruthy();
  });

  it('says so when it could not be read, and one can try again', async () => {
    await visitCalendar();
    await act(() => network.answer(all, { status: 404, code: 'not_found', request_id: 'R-9' }, 404));
    expect(main().getByText(/R-9/)).toBeTruthy();
    await user().click(main().getByRole('button', { name: 'Opnieuw proberen' }));
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')));
    expect(titles()).toEqual(['Koffie']);
  });

  it('shows at once what becomes of what it has, and ignores what is older', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')), called(6, 'Lunch', from('2026-11-23T12:00')), called(7, 'Quiz', from('2026-11-23T19:00')));
    await changed(5, calendarEvent(3, from('2026-11-25T10:00')), 11);
    await changed(5, calendarEvent(2, from('2026-11-26T10:00')), 12);
    await set(6, 'yes');
    await act(() => network.say(event('post.deleted', 13, { post: 7, tab: 21, group: 2, version: 2 })));
    expect(days()).toEqual([['Vandaag', 'Lunch'], ['Woensdag 25 november', 'Koffie']]);
    expect(row('Lunch')).toMatch(/Je komt$/);
  });

  it('is read again for another that comes and for another order, and not for everyone who answers', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')), called(6, 'Lunch', from('2026-11-23T12:00')));
    await changed(5, calendarEvent(3, from('2026-11-23T10:00', { coming: 3 })), 11);
    await set(6, 'yes', 2);
    await changed(10, calendarEvent(3, { begins: '2026-11-20T10:00:00.000Z', ends: '2026-11-20T11:00:00.000Z' }), 12);
    await set(10, 'yes', 3);
    await pass();
    expect(network.waiting).toEqual([]);
    await changed(9, calendarEvent(1), 13);
    await pass();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')), called(6, 'Lunch', from('2026-11-23T12:00')), called(9, 'Kerstlunch', {}));
    expect(titles()).toEqual(['Koffie', 'Lunch', 'Kerstlunch']);
    await changed(5, calendarEvent(4, from('2026-11-23T15:00')), 14);
    await pass();
    expect(network.waiting).toEqual([all]);
  });

  it('is not read again for what a list that nobody looks at lacks: that one is read when one turns to it', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')));
    await turn('Waar ik bij ben');
    await answer(mine, called(5, 'Koffie', from('2026-11-23T10:00'), 'yes'));
    await changed(9, calendarEvent(1), 11);
    await pass();
    expect(network.waiting).toEqual([]);
    await turn('Alles');
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')), called(9, 'Kerstlunch', {}));
    expect(titles()).toEqual(['Koffie', 'Kerstlunch']);
  });

  it('of what one goes to follows what one says, here and elsewhere', async () => {
    await visitCalendar();
    await answer(all);
    await turn('Waar ik bij ben');
    await answer(mine, called(5, 'Koffie', from('2026-11-23T10:00'), 'yes'), called(6, 'Lunch', from('2026-11-23T12:00'), 'maybe'));
    await set(5, 'maybe', 2);
    expect(row('Koffie')).toMatch(/Je komt misschien$/);
    await set(5, 'no', 3);
    expect(titles()).toEqual(['Lunch']);
    act(() => putAttendance(6, calendarEvent(3, from('2026-11-23T12:00')), undefined));
    await pass();
    expect([titles(), network.waiting]).toEqual([[], []]);
    await set(9, 'yes', 4);
    await pass();
    expect(network.waiting).toEqual([mine]);
  });

  it('has nothing of a group that one left, and is read again when one joins one', async () => {
    await visitCalendar();
    await answer(all, called(5, 'Koffie', from('2026-11-23T10:00')), called(6, 'Lunch', from('2026-11-23T12:00'), undefined, { group: 6, tab: 61 }));
    await act(() => network.say(event('group.left', 2, { group: 2 }, 'user:7')));
    expect(titles()).toEqual(['Lunch']);
    await act(() => network.say(event('group.joined', 3, { group: 2 }, 'user:7')));
    await pass();
    expect(network.waiting).toContain(all);
  });

  it('is found in the rail or the bar, and with two keys', async () => {
    await visit('/help');
    await act(() => network.pass(50));
    expect(screen.getAllByRole('link', { name: 'Agenda' }).every((link) => link.getAttribute('href') === '/agenda')).toBe(true);
    expect(screen.getByText('Naar Agenda')).toBeTruthy();
    await user().keyboard('ga');
    await act(() => network.pass(50));
    expect(screen.getByRole('heading', { level: 1, name: 'Agenda' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: 'Agenda' }).every((link) => link.getAttribute('aria-current') === 'page')).toBe(true);
  });
});
