import { describe, expect, it } from 'vitest';
import { newEvent } from '../../src/features/calendar/plan.ts';
import { emptyPoll } from '../../src/features/polls/draft.ts';
import { handyTimes } from '../../src/features/scheduled/handy.ts';
import { lastMomentFor, whenFault } from '../../src/features/scheduled/when.ts';

const zone = 'Europe/Amsterdam';
/// On Friday 27 November 2026 at 10.00 in Zwolle.
const now = Date.parse('2026-11-27T09:00:00.000Z');
const terms = { now, timeZone: zone };

describe('Handy moments', () => {
  it('are after lunch, tomorrow and Monday, on the clock of the organisation', () => {
    expect(handyTimes(now, zone)).toEqual(['2026-11-27T13:00', '2026-11-28T08:00', '2026-11-30T08:00']);
  });

  it('are not after lunch when that is near or gone', () => {
    expect(handyTimes(Date.parse('2026-11-27T11:00:00.000Z'), zone)).toEqual(['2026-11-28T08:00', '2026-11-30T08:00']);
  });

  it('name Monday once, and on Monday the next one', () => {
    expect(handyTimes(Date.parse('2026-11-29T15:00:00.000Z'), zone)).toEqual(['2026-11-30T08:00']);
    expect(handyTimes(Date.parse('2026-11-30T15:00:00.000Z'), zone)).toEqual(['2026-12-01T08:00', '2026-12-07T08:00']);
  });

  it('are of the day that it is there, not here', () => {
    expect(handyTimes(Date.parse('2026-11-27T23:30:00.000Z'), zone)).toEqual(['2026-11-28T13:00', '2026-11-29T08:00', '2026-11-30T08:00']);
  });
});

describe('A moment', () => {
  it('has to be chosen, still to come, and within a year', () => {
    expect(whenFault('', terms)).toBe('missing');
    expect(whenFault('0002-11-30T08:00', terms)).toBe('missing');
    expect(whenFault('2026-11-27T10:00', terms)).toBe('past');
    expect(whenFault('2026-11-27T10:01', terms)).toBeUndefined();
    expect(whenFault('2027-11-27T10:00', terms)).toBeUndefined();
    expect(whenFault('2027-11-27T10:01', terms)).toBe('far');
  });

  it('comes before what the post is about', () => {
    const before = Date.parse('2026-12-03T14:00:00.000Z');
    expect(whenFault('2026-12-03T14:59', { ...terms, before })).toBeUndefined();
    expect(whenFault('2026-12-03T15:00', { ...terms, before })).toBe('late');
  });

  it('comes before an event begins and a poll closes that has a moment of its own', () => {
    const event = { ...newEvent(now, zone), begins: '2026-12-03T15:00' };
    expect(lastMomentFor({ event }, zone)).toBe(Date.parse('2026-12-03T14:00:00.000Z'));
    expect(lastMomentFor({ poll: { ...emptyPoll, closing: 'own', at: '2026-12-03T15:00' } }, zone)).toBe(Date.parse('2026-12-03T14:00:00.000Z'));
    expect(lastMomentFor({ poll: emptyPoll }, zone)).toBeUndefined();
    expect(lastMomentFor({}, zone)).toBeUndefined();
  });
});
