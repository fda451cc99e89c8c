import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { createMoments } from '../../src/i18n/moments.ts';
import { nl } from '../../src/i18n/nl.ts';

const now = Date.parse('2026-11-23T14:00:00.000Z');
const dutch = createMoments(nl, 'Europe/Amsterdam');
const english = createMoments(en, 'Europe/Amsterdam');

describe('Moments', () => {
  it.each([
    ['2026-11-23T13:59:50.000Z', 'zojuist', 'just now'],
    ['2026-11-23T13:55:00.000Z', '5 min. geleden', '5 min ago'],
    ['2026-11-23T08:41:00.000Z', '09.41 uur', '09:41'],
    ['2026-11-19T14:00:00.000Z', 'do 15.00 uur', 'Thu, 15:00'],
    ['2026-11-03T14:00:00.000Z', '3 nov', '3 Nov'],
    ['2025-11-03T14:00:00.000Z', '3 nov 2025', '3 Nov 2025'],
  ])('are said as people say them: %s', (at, inDutch, inEnglish) => {
    expect(dutch.short(at, now)).toBe(inDutch);
    expect(english.short(at, now)).toBe(inEnglish);
  });

  it.each([
    ['2026-11-23T15:30:00.000Z', '16.30 uur', '16:30'],
    ['2026-11-26T14:00:00.000Z', 'do 15.00 uur', 'Thu, 15:00'],
    ['2026-11-19T14:00:00.000Z', 'do 15.00 uur', 'Thu, 15:00'],
    ['2026-12-03T14:00:00.000Z', '3 dec 15.00 uur', '3 Dec, 15:00'],
    ['2027-01-04T08:00:00.000Z', '4 jan 2027 09.00 uur', '4 Jan 2027, 09:00'],
  ])('by which something is due have their hour: %s', (at, inDutch, inEnglish) => {
    expect(dutch.due(at, now)).toBe(inDutch);
    expect(english.due(at, now)).toBe(inEnglish);
  });

  it.each([
    ['2026-12-04', 'vr 4 dec', 'Fri 4 Dec'],
    ['2027-01-01', 'vr 1 jan 2027', 'Fri 1 Jan 2027'],
  ])('of the calendar are the same day in every zone: %s', (date, inDutch, inEnglish) => {
    expect(dutch.calendarShort(date, now)).toBe(inDutch);
    expect(english.calendarShort(date, now)).toBe(inEnglish);
  });

  it('are exact on demand, in the zone of the organisation', () => {
    expect(dutch.exact('2026-11-22T23:30:00.000Z')).toBe('maandag 23 november 2026 00.30 uur');
  });

  it('head the posts of a day', () => {
    expect(dutch.day('2026-11-22T23:30:00.000Z', now)).toBe('Vandaag');
    expect(dutch.day('2026-11-22T12:00:00.000Z', now)).toBe('Gisteren');
    expect(dutch.day('2026-11-23T23:30:00.000Z', now)).toBe('Morgen');
    expect(dutch.day('2026-11-16T12:00:00.000Z', now)).toBe('Maandag 16 november');
  });

  it.each([
    // The night before the clock goes forward, and the one before it goes back.
    ['2026-03-28T22:30:00.000Z', '2026-03-29T08:00:00.000Z'],
    ['2026-10-24T22:10:00.000Z', '2026-10-26T08:00:00.000Z'],
  ])('call the day after this one tomorrow, however long it is: %s', (at, tomorrow) => {
    expect(dutch.day(tomorrow, Date.parse(at))).toBe('Morgen');
    expect(english.day(tomorrow, Date.parse(at))).toBe('Tomorrow');
    expect(dutch.day(new Date(Date.parse(tomorrow) + 24 * 3_600_000).toISOString(), Date.parse(at))).not.toBe('Morgen');
  });

  it.each([
    ['2026-12-04T09:00:00.000Z', '2026-12-04T11:00:00.000Z', 'vr 4 dec, 10.00–12.00', 'Fri 4 Dec, 10:00–12:00'],
    ['2026-12-04T19:00:00.000Z', '2026-12-04T23:00:00.000Z', 'vr 4 dec, 20.00–00.00', 'Fri 4 Dec, 20:00–00:00'],
    ['2026-12-04T21:00:00.000Z', '2026-12-05T01:00:00.000Z', 'vr 4 dec, 22.00 – za 5 dec, 02.00', 'Fri 4 Dec, 22:00 – Sat 5 Dec, 02:00'],
    ['2026-12-31T21:00:00.000Z', '2027-01-01T01:00:00.000Z', 'do 31 dec, 22.00 – vr 1 jan 2027, 02.00', 'Thu 31 Dec, 22:00 – Fri 1 Jan 2027, 02:00'],
  ])('say from when to when, with a second day where there is one: %s', (begins, ends, inDutch, inEnglish) => {
    expect(dutch.span(begins, ends, now)).toBe(inDutch);
    expect(english.span(begins, ends, now)).toBe(inEnglish);
  });

  it('say the hours alone below a heading that says the day', () => {
    expect(dutch.clockSpan('2026-12-04T09:00:00.000Z', '2026-12-04T11:00:00.000Z', now)).toBe('10.00–12.00');
    expect(dutch.clockSpan('2026-12-04T21:00:00.000Z', '2026-12-05T01:00:00.000Z', now)).toBe('vr 4 dec, 22.00 – za 5 dec, 02.00');
  });

  it('make the leaf of a calendar, in the zone of the organisation', () => {
    expect(dutch.leaf('2026-12-03T23:30:00.000Z')).toEqual({ weekday: 'vr', day: '4', month: 'dec' });
    expect(english.leaf('2026-12-03T23:30:00.000Z')).toEqual({ weekday: 'Fri', day: '4', month: 'Dec' });
  });
});
