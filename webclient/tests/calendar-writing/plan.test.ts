import { describe, expect, it } from 'vitest';
import { faultsOf, isBegun, isEventDraft, isSound, lengthOf, newEvent, planOf, unplanned, withBegin } from '../../src/features/calendar/plan.ts';
import { draftOf, isSamePlan, planAgain } from '../../src/features/calendar/replan.ts';
import { bodyOf, editOf, hasItsTitle, isBegun as isDraftBegun, keepDraft, keptDraft, requestOf, wordsOf } from '../../src/features/posts/drafts.ts';
import { fullHourAfter, isWall, momentOn } from '../../src/i18n/wall.ts';
import type { CalendarEvent } from '../../src/protocol/generated.ts';
import { post } from '../make.ts';

const timeZone = 'Europe/Amsterdam';
const now = Date.parse('2026-11-23T13:37:00.000Z'); // 14.37 uur
const terms = { now, timeZone };
const plan = { begins: '2026-12-03T15:00', ends: '2026-12-03T16:30', place: 'Kantine', places: '' };
const standing: CalendarEvent = { version: 1, sequence: 0, begins: '2026-12-03T14:00:00.000Z', ends: '2026-12-03T15:30:00.000Z', place: 'Kantine', coming: 0, maybe: 0 };

describe('A new event', () => {
  it.each([
    ['2026-11-23T13:37:00.000Z', '2026-11-23T16:00', '2026-11-23T17:00'],
    ['2026-11-23T13:00:00.000Z', '2026-11-23T15:00', '2026-11-23T16:00'],
    ['2026-11-23T21:30:00.000Z', '2026-11-24T00:00', '2026-11-24T01:00'],
  ])('begins at the next full hour that is an hour away, and lasts one: %s', (moment, begins, ends) => {
    expect(newEvent(Date.parse(moment), timeZone)).toEqual({ title: '', begins, ends, place: '', places: '' });
  });

  it('is sound at once, and not begun before something is filled in', () => {
    const fresh = newEvent(now, timeZone);
    expect([isSound(fresh, terms), isBegun(fresh)]).toEqual([true, false]);
    for (const more of [{ title: 'x' }, { place: 'x' }, { places: '1' }]) expect(isBegun({ ...fresh, ...more })).toBe(true);
    expect(isDraftBegun({ body: ' ', mark: 'work', event: { ...fresh, title: 'x' } })).toBe(true);
  });
});

describe('The end of an event', () => {
  it('follows its begin, and takes the same time on the clock, also where the clocks change', () => {
    expect(withBegin(plan, '2027-03-01T09:00', lengthOf(plan) ?? 0)).toEqual({ ...plan, begins: '2027-03-01T09:00', ends: '2027-03-01T10:30' });
    const night = { ...plan, begins: '2026-12-03T22:00', ends: '2026-12-04T06:00' };
    expect(withBegin(night, '2027-03-27T22:00', lengthOf(night) ?? 0).ends).toBe('2027-03-28T06:00');
  });

  it('stays where it is while its begin is none yet', () => {
    for (const begins of ['', '0002-12-03T15:00', '202612-12-03T15:00']) expect(withBegin(plan, begins, 1).ends).toBe(plan.ends);
    expect([lengthOf({ ...plan, begins: '' }), lengthOf({ ...plan, ends: plan.begins }), lengthOf({ ...plan, ends: '2026-12-03T14:00' })]).toEqual([undefined, undefined, undefined]);
  });
});

describe('What is wrong with a plan', () => {
  it('is nothing, of one that is to come', () => {
    expect(faultsOf(plan, terms)).toEqual({});
  });

  it.each([
    [{ begins: '' }, { begins: 'missing' }],
    [{ ends: '' }, { ends: 'missing' }],
    [{ begins: '2026-11-23T14:37', ends: '2026-11-23T15:00' }, { begins: 'past' }],
    [{ begins: '2026-11-23T13:00', ends: '2026-11-23T14:00' }, { begins: 'past' }],
    [{ ends: '2026-12-03T15:00' }, { ends: 'early' }],
    [{ ends: '2026-12-03T14:00' }, { ends: 'early' }],
    [{ begins: '', ends: '2026-11-23T14:37' }, { begins: 'missing', ends: 'past' }],
    [{ ends: '2027-01-03T15:00' }, {}],
    [{ ends: '2027-01-03T15:01' }, { ends: 'long' }],
    [{ places: '0' }, { places: 'number' }],
    [{ places: '1' }, {}],
    [{ places: '10000' }, {}],
    [{ places: '10001' }, { places: 'number' }],
    [{ places: 'tien' }, { places: 'number' }],
    [{ places: '-5' }, { places: 'number' }],
    [{ places: '1.5' }, { places: 'number' }],
    [{ places: '  ' }, {}],
  ])('is said of its field: %o', (more, faults) => {
    expect(faultsOf({ ...plan, ...more }, terms)).toEqual(faults);
    expect(isSound({ ...plan, ...more }, terms)).toBe(Object.keys(faults).length === 0);
  });

  it('is a place that is longer than 200 bytes', () => {
    expect([isSound({ ...plan, place: 'é'.repeat(100) }, terms), isSound({ ...plan, place: 'é'.repeat(101) }, terms)]).toEqual([true, false]);
  });

  it('is not when it began, of an event that goes on, unless one moves that', () => {
    const going = { ...standing, begins: '2026-11-23T13:00:30.000Z' };
    const draft = draftOf(going, timeZone);
    expect(draft.begins).toBe('2026-11-23T14:00');
    expect(faultsOf(draft, { ...terms, before: going })).toEqual({});
    expect(faultsOf({ ...draft, begins: '2026-11-23T14:01' }, { ...terms, before: going })).toEqual({ begins: 'past' });
    expect(faultsOf({ ...draft, ends: '2026-11-23T14:37' }, { ...terms, before: going })).toEqual({ ends: 'past' });
  });

  it('is fewer places than people who come', () => {
    const before = { ...standing, coming: 12 };
    expect(faultsOf({ ...plan, places: '11' }, { ...terms, before })).toEqual({ places: 'few' });
    for (const places of ['12', '']) expect(faultsOf({ ...plan, places }, { ...terms, before })).toEqual({});
  });
});

describe('A plan that is sent', () => {
  it('has moments of the organisation’s clock, a place in one line, and a number', () => {
    expect(planOf({ ...plan, place: ' Zaal\n 2\u0001 ', places: ' 20 ' }, terms)).toEqual({ begins: '2026-12-03T14:00:00.000Z', ends: '2026-12-03T15:30:00.000Z', place: 'Zaal 2', places: 20 });
    expect(planOf(plan, terms)).not.toHaveProperty('places');
    expect(['10.000', '1,000', '2 500'].map((places) => planOf({ ...plan, places }, terms).places)).toEqual([10_000, 1_000, 2_500]);
  });

  it('leaves the moments that nobody changed as they are, though fields show no seconds and an hour may come twice', () => {
    const before = { ...standing, begins: '2026-10-25T01:30:45.000Z', ends: '2026-10-25T02:30:45.000Z' };
    const then = { now: Date.parse('2026-10-01T00:00:00.000Z'), timeZone, before };
    const draft = draftOf(before, timeZone);
    expect(planOf(draft, then)).toEqual({ begins: before.begins, ends: before.ends, place: 'Kantine' });
    expect(planOf({ ...draft, begins: '2026-10-25T02:15' }, then).begins).toBe('2026-10-25T00:15:00.000Z');
  });

  it('is the same when it says the same, however its moments are written', () => {
    const same = planOf(plan, terms);
    expect(isSamePlan(same, { ...same, begins: '2026-12-03T15:00:00+01:00' })).toBe(true);
    for (const more of [{ begins: '2026-12-03T14:01:00.000Z' }, { ends: '2026-12-03T15:31:00.000Z' }, { place: 'Zaal' }, { places: 1 }]) expect(isSamePlan(same, { ...same, ...more })).toBe(false);
  });

  it('is planned again as it was', () => {
    expect(planAgain({ ...standing, places: 20 })).toEqual({ begins: standing.begins, ends: standing.ends, place: 'Kantine', places: 20 });
    expect(planAgain(standing)).not.toHaveProperty('places');
    expect(draftOf(standing, timeZone)).toEqual(plan);
    expect(draftOf({ ...standing, places: 20 }, timeZone).places).toBe('20');
  });
});

describe('An event in the making', () => {
  const event = { ...plan, title: 'Zomerfeest' };

  it('is sent as one text, with its plan', () => {
    const draft = { body: '\n- Neem een jas mee', mark: 'work' as const, event };
    expect(requestOf(draft, 21, now, false)).toMatchObject({ tab: 21, body: '# Zomerfeest\n\n- Neem een jas mee', event: { place: 'Kantine' } });
  });

  it('is kept, and what another version of Plein kept is not taken for it', () => {
    keepDraft(21, { body: '', mark: 'work', event });
    expect(keptDraft(21)).toEqual({ body: '', mark: 'work', event });
    for (const other of [null, {}, { ...event, title: 1 }, { ...event, begins: undefined }, { ...event, places: 20 }]) expect(isEventDraft(other)).toBe(false);
    keepDraft(21, { body: 'x', mark: 'work', event: { ...event, place: 3 as never } });
    expect(keptDraft(21)).toBeUndefined();
  });

  it('that is edited has its title and all that stands below it, and is not saved without a title', () => {
    const draft = wordsOf(post(5, { kind: 'event', body: '## Feest ##\nTekst\n\n- een' }));
    expect(draft).toEqual({ body: 'Tekst\n\n- een', mark: 'work', event: { ...unplanned, title: 'Feest' } });
    expect([bodyOf(draft), hasItsTitle(draft)]).toEqual(['# Feest\n\nTekst\n\n- een', true]);
    const untitled = { ...draft, event: { ...unplanned, title: ' ' } };
    expect([editOf(untitled).body, hasItsTitle(untitled)]).toEqual(['', false]);
    expect(wordsOf(post(5, { kind: 'event', body: 'Feest\n===' }))).toEqual({ body: 'Feest\n===', mark: 'work' });
  });
});

describe('A clock on the wall', () => {
  it('says nothing yet while somebody types a year, and does not break', () => {
    for (const wall of ['0002-12-03T15:00', '0202-12-03T15:00', '202612-12-03T15:00', '2026-13-03T15:00', '']) expect([isWall(wall), momentOn(wall, timeZone)]).toEqual([false, undefined]);
  });

  it('strikes the hour', () => {
    expect(['2026-12-03T15:00', '2026-12-03T15:01'].map((wall) => fullHourAfter(wall, 3_600_000))).toEqual(['2026-12-03T16:00', '2026-12-03T17:00']);
  });
});
