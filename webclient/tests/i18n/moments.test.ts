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

  it.each([
    ['2026-12-03T14:00:00.000Z', '2026-12-03T15:30:00.000Z', 'do 3 dec 15.00–16.30 uur', 'Thu 3 Dec, 15:00–16:30'],
    ['2027-01-04T08:00:00.000Z', '2027-01-04T16:00:00.000Z', 'ma 4 jan 2027 09.00–17.00 uur', 'Mon 4 Jan 2027, 09:00–17:00'],
    ['2026-12-03T22:00:00.000Z', '2026-12-04T11:00:00.000Z', 'do 3 dec 23.00 uur – vr 4 dec 12.00 uur', 'Thu 3 Dec, 23:00 – Fri 4 Dec, 12:00'],
  ])('between which something is say the day, and both when there are two: %s', (begins, ends, inDutch, inEnglish) => {
    expect(dutch.span(begins, ends, now)).toBe(inDutch);
    expect(english.span(begins, ends, now)).toBe(inEnglish);
  });

  it('are exact on demand, in the zone of the organisation', () => {
    expect(dutch.exact('2026-11-22T23:30:00.000Z')).toBe('maandag 23 november 2026 00.30 uur');
  });

  it('head the posts of a day', () => {
    expect(dutch.day('2026-11-22T23:30:00.000Z', now)).toBe('Vandaag');
    expect(dutch.day('2026-11-22T12:00:00.000Z', now)).toBe('Gisteren');
    expect(dutch.day('2026-11-16T12:00:00.000Z', now)).toBe('Maandag 16 november');
  });
});
