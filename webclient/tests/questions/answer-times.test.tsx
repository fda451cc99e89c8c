import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { holidaysQuery } from '../../src/features/departments/holidays.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { durationOf } from '../../src/features/questions/answerTimes.ts';
import { questions as en } from '../../src/i18n/en-questions.ts';
import { questions as nl } from '../../src/i18n/nl-questions.ts';
import type { Department, Me, OpenInterval } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { department, group, me, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import '../../src/features/departments/DepartmentPage.tsx';

const hours: OpenInterval[] = [{ day: 'monday', opens: '09:00', closes: '17:00' }];
const hr = department(1, { name: 'HR', hours });

const minute = 1;
const hour = 60 * minute;
const day = 24 * hour;

describe('How fast a department answers is said', () => {
  const said = (minutes: number, of: Pick<Department, 'hours'>) => {
    const { unit, n } = durationOf(minutes, of);
    return [nl.times.usually(nl.times[unit](n)), en.times.usually(en.times[unit](n))];
  };
  const times: [minutes: number, nl: string, en: string][] = [
    [0, '1 minuut', '1 minute'],
    [minute, '1 minuut', '1 minute'],
    [35 * minute, '35 minuten', '35 minutes'],
    [hour - 1, '59 minuten', '59 minutes'],
    [hour, '1 openingsuur', '1 opening hour'],
    [hour + 1, '1,5 openingsuur', '1.5 opening hours'],
    [2 * hour - 1, '2 openingsuren', '2 opening hours'],
    [2 * hour + 1, '2,5 openingsuren', '2.5 opening hours'],
    [10 * hour - 1, '10 openingsuren', '10 opening hours'],
    [10 * hour + 1, '11 openingsuren', '11 opening hours'],
    [60 * hour, '60 openingsuren', '60 opening hours'],
  ];

  it.each(times)('in opening hours, never shorter than it was: %i minutes', (minutes, inDutch, inEnglish) => {
    expect(said(minutes, hr)).toEqual([`Antwoordt meestal binnen ${inDutch}`, `Usually answers within ${inEnglish}`]);
  });

  it.each([
    [hour, '1 uur', '1 hour'],
    [90 * minute, '1,5 uur', '1.5 hours'],
    [2 * day - 1, '48 uur', '48 hours'],
    [2 * day, '2 dagen', '2 days'],
    [2 * day + 1, '3 dagen', '3 days'],
  ])('by the clock where it has none: %i minutes', (minutes, inDutch, inEnglish) => {
    expect(said(minutes, { hours: [] })).toEqual([`Antwoordt meestal binnen ${inDutch}`, `Usually answers within ${inEnglish}`]);
  });

  it('with what that is true for', () => {
    expect([nl.times.half(200, 90), en.times.half(24, 90)]).toEqual([
      'Dat geldt voor de helft van de laatste 200 vragen, tot 90 dagen terug.',
      'True for half of the last 24 questions, up to 90 days back.',
    ]);
  });
});

describe('How fast a department answers', () => {
  const path = '/api/departments/1/answer-times';
  const withDepartment = group({ tabs: [tab(21), tab(22, { department: 1 })] });
  const { happyDOM } = window as unknown as { happyDOM: { setViewport: (size: { width: number }) => void } };
  let network: Network;
  const answer = (body: unknown, status = 200) => act(() => network.answer(path, body, status));
  const usually = () => screen.queryByText(/^Antwoordt meestal/)?.textContent;
  const counted = () => screen.queryByText(/^Dat geldt/)?.textContent;
  const asked = () => network.waiting.filter((each) => each === path).length;

  async function open(address: string, of = hr, as: Partial<Me> = {}) {
    const knowing = () => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [of], cursors: [] });
      queries.setQueryData(servicesQuery.queryKey, { items: [], cursors: [] });
      queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 1, items: [] }, cursors: [] });
    };
    await visit(address, { as, groups: [withDepartment], knowing });
    await act(() => network.pass(50));
  }

  beforeEach(async () => {
    happyDOM.setViewport({ width: 1400 });
    queries.setQueryData(meQuery.queryKey, me);
    network = await openNetwork(me);
  });
  afterEach(() => {
    cleanup();
    act(sessionEnded);
    act(network.close);
    queries.clear();
    happyDOM.setViewport({ width: 1024 });
  });

  it('stands on its page, with the questions that this is true for', async () => {
    await open('/departments/1');
    await answer({ answered: 24, median_minutes: 170 });
    expect(usually()).toBe('Antwoordt meestal binnen 3 openingsuren');
    expect(counted()).toBe('Dat geldt voor de helft van de laatste 24 vragen, tot 90 dagen terug. Alleen openingstijd telt mee.');
    await expectAccessible(screen.getByRole('main'));
  });

  it('is by the clock where it has no opening hours', async () => {
    await open('/departments/1', { ...hr, hours: [] });
    await answer({ answered: 24, median_minutes: 170 });
    expect(usually()).toBe('Antwoordt meestal binnen 3 uur');
    expect(counted()).toBe('Dat geldt voor de helft van de laatste 24 vragen, tot 90 dagen terug.');
  });

  it('stands beside the posts of its tab, under its name', async () => {
    await open('/g/2/22');
    await answer({ answered: 24, median_minutes: 170 });
    const beside = within(screen.getByRole('complementary'));
    expect(beside.getByRole('heading', { name: 'Vragen aan HR' })).toBeTruthy();
    expect(beside.getByText('Antwoordt meestal binnen 3 openingsuren')).toBeTruthy();
    await expectAccessible(screen.getByRole('complementary'));
  });

  it('is not asked for a tab that belongs to no department', async () => {
    await open('/g/2/21');
    expect(screen.getByRole('complementary')).toBeTruthy();
    expect(asked()).toBe(0);
  });

  it.each([
    ['is not known yet', undefined, 200],
    ['is of too few questions', { answered: 0 }, 200],
    ['could not be read', { status: 404, code: 'not_found', request_id: 'R-9' }, 404],
  ])('is not told while it %s, and nothing else in its place', async (_when, body, status) => {
    await open('/g/2/22');
    expect(asked()).toBe(1);
    if (body) await answer(body, status);
    expect(usually()).toBeUndefined();
    const beside = within(screen.getByRole('complementary'));
    expect(beside.queryByRole('heading', { name: 'Vragen aan HR' })).toBeNull();
    expect(beside.queryByText(/R-9/)).toBeNull();
  });

  it('is not told of a department that is archived', async () => {
    await open('/departments/1', { ...hr, archived: true });
    expect(await screen.findByText('Gearchiveerd')).toBeTruthy();
    expect(asked()).toBe(0);
  });

  it('is nothing that a guest asks for', async () => {
    await open('/g/2/22', hr, { role: 'guest', rights: [] });
    expect(screen.getByRole('complementary')).toBeTruthy();
    expect(asked()).toBe(0);
  });

  it('is asked for again after a minute, and not before', async () => {
    await open('/g/2/22');
    const user = userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
    const comeBack = async () => {
      for (const name of ['Algemeen', 'HR']) await user.click(within(screen.getByRole('navigation', { name: /SSC & Verkoop/ })).getByRole('link', { name }));
    };
    await answer({ answered: 24, median_minutes: 170 });
    await comeBack();
    expect(asked()).toBe(0);
    await act(() => network.pass(60_000));
    await comeBack();
    expect(usually()).toBe('Antwoordt meestal binnen 3 openingsuren');
    await answer({ answered: 25, median_minutes: 30 });
    expect(usually()).toBe('Antwoordt meestal binnen 30 minuten');
  });
});
