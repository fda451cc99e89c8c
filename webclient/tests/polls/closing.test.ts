import { describe, expect, it } from 'vitest';
import { type Closes, closesAt, closingFault } from '../../src/features/polls/closing.ts';
import { wallAt } from '../../src/i18n/wall.ts';

const zone = 'Europe/Amsterdam';
const now = Date.parse('2026-11-23T13:37:00.000Z'); // 14.37 uur
const when = (closes: Closes, from = now, timeZone: string | undefined = zone) => {
  const moment = closesAt(closes, from, timeZone);
  return moment === undefined ? undefined : new Date(moment).toISOString();
};
const own = (at: string): Closes => ({ closing: 'own', at });

describe('A poll closes', () => {
  it.each([
    ['1', '2026-11-24T14:00:00.000Z'],
    ['3', '2026-11-26T14:00:00.000Z'],
    ['7', '2026-11-30T14:00:00.000Z'],
    ['14', '2026-12-07T14:00:00.000Z'],
  ] as const)('so many days later, on the hour: %s', (closing, moment) => {
    expect(when({ closing, at: '' })).toBe(moment);
  });

  it('at the same hour of the clock, though the clocks change in between', () => {
    const before = Date.parse('2027-03-26T08:00:00.000Z'); // 09.00 uur, and then it is summer
    expect(when({ closing: '3', at: '' }, before)).toBe('2027-03-29T07:00:00.000Z');
  });

  it('at a moment of the organisation’s clock, whatever that of this device says', () => {
    expect(when(own('2026-12-03T17:00'))).toBe('2026-12-03T16:00:00.000Z');
    expect(when(own('2026-07-03T17:00'))).toBe('2026-07-03T15:00:00.000Z');
    expect(when(own('2026-12-03T17:00'), now, 'America/New_York')).toBe('2026-12-03T22:00:00.000Z');
  });

  it('at the right moment, also on the days when the clocks change', () => {
    expect(when(own('2026-10-25T12:00'))).toBe('2026-10-25T11:00:00.000Z');
    expect(when(own('2027-03-28T12:00'))).toBe('2027-03-28T10:00:00.000Z');
    expect(when(own('2026-10-25T02:30'))).toBe('2026-10-25T00:30:00.000Z');
    expect(when(own('2027-03-28T02:30'))).toBe('2027-03-28T01:30:00.000Z');
  });

  it('within a year, and not before now', () => {
    const faultOf = (at: string) => closingFault(own(at), now, zone);
    expect(['', '2026-11-23T14:37', '2026-11-23T14:38', '2027-11-22T14:00', '2027-11-24T14:00'].map(faultOf)).toEqual(['missing', 'past', undefined, undefined, 'far']);
  });
});

it('A moment is what the clock on the wall says', () => {
  expect(wallAt(now, zone)).toBe('2026-11-23T14:37');
});
