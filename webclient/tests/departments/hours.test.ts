import { describe, expect, it } from 'vitest';
import { wrongInterval } from '../../src/features/departments/HoursFields.tsx';
import { nextHoliday, stateAt } from '../../src/features/departments/hours.ts';
import type { OpenInterval, Weekday } from '../../src/protocol/generated.ts';

const zone = 'Europe/Amsterdam';
const on = (day: Weekday, opens: string, closes: string): OpenInterval => ({ day, opens, closes });
const office = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).flatMap((day) => [
  on(day, '08:30', '12:00'),
  on(day, '12:30', '17:00'),
]);
/// Monday 23 November 2026; Amsterdam is an hour ahead of UTC.
const monday = (time: string) => Date.parse(`2026-11-23T${time}:00+01:00`);
const at = (now: number, hours = office, holidays = [] as { date: string; name: string }[]) =>
  stateAt({ hours }, holidays, now, zone);

describe('A department', () => {
  it('is open until the end of its interval, on the organisation’s clock', () => {
    expect(at(monday('08:29'))).toEqual({ kind: 'closed', opens: { day: 'monday', isToday: true, time: '08:30' } });
    expect(at(monday('08:30'))).toEqual({ kind: 'open', until: '12:00' });
    expect(at(monday('12:00'))).toEqual({ kind: 'closed', opens: { day: 'monday', isToday: true, time: '12:30' } });
    expect(at(monday('16:59'))).toEqual({ kind: 'open', until: '17:00' });
  });

  it('opens again on the next day that has hours', () => {
    expect(at(monday('17:00'))).toEqual({ kind: 'closed', opens: { day: 'tuesday', isToday: false, time: '08:30' } });
    const friday = monday('18:00') + 4 * 24 * 3_600_000;
    expect(at(friday)).toEqual({ kind: 'closed', opens: { day: 'monday', isToday: false, time: '08:30' } });
  });

  it('is closed on a holiday, and opens on none', () => {
    const holidays = [
      { date: '2026-11-23', name: 'Vrij' },
      { date: '2026-11-24', name: 'Nog vrij' },
    ];
    expect(at(monday('10:00'), office, holidays)).toEqual({ kind: 'holiday', name: 'Vrij' });
    const sunday = monday('10:00') - 24 * 3_600_000;
    expect(at(sunday, office, holidays)).toEqual({
      kind: 'closed',
      opens: { day: 'wednesday', isToday: false, time: '08:30' },
    });
  });

  it('is open through intervals that touch, and to the end of the day', () => {
    const day = [on('monday', '06:00', '14:00'), on('monday', '14:00', '24:00')];
    expect(at(monday('07:00'), day)).toEqual({ kind: 'open', until: '24:00' });
    expect(at(monday('23:59'), day)).toEqual({ kind: 'open', until: '24:00' });
  });

  it('says nothing when it has told no hours', () => {
    expect(at(monday('10:00'), [])).toEqual({ kind: 'unknown' });
  });
});

describe('Hours that somebody fills in', () => {
  it('are wrong where they end early, overlap or are not there', () => {
    expect(wrongInterval([on('monday', '08:30', '12:00'), on('monday', '12:00', '24:00')])).toBeUndefined();
    expect(wrongInterval([on('monday', '08:30', '08:30')])).toBe(0);
    expect(wrongInterval([on('monday', '08:30', '12:00'), on('monday', '11:00', '17:00')])).toBe(1);
    expect(wrongInterval([on('monday', '', '12:00')])).toBe(0);
  });
});

describe('The next holiday', () => {
  it('is today’s or the first after it', () => {
    const holidays = [
      { date: '2026-11-22', name: 'voorbij' },
      { date: '2026-11-23', name: 'vandaag' },
    ];
    expect(nextHoliday(holidays, monday('00:30'), zone)).toMatchObject({ name: 'vandaag', isToday: true });
    expect(nextHoliday(holidays, monday('23:59') - 24 * 3_600_000, zone)).toMatchObject({ name: 'voorbij', isToday: true });
    expect(nextHoliday(holidays.slice(1), monday('23:59') - 24 * 3_600_000, zone)).toMatchObject({ name: 'vandaag', isToday: false });
    expect(nextHoliday(holidays, monday('10:00') + 24 * 3_600_000, zone)).toBeUndefined();
  });
});
