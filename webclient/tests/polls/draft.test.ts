import { describe, expect, it } from 'vitest';
import { emptyPoll, isPollDraft, isSound, linesOf, newPollOf, optionFaults, sameAgain, withLines } from '../../src/features/polls/draft.ts';
import { poll } from '../make.ts';

const now = Date.parse('2026-11-23T13:37:00.000Z');
const zone = 'Europe/Amsterdam';
const of = (...options: string[]) => ({ ...emptyPoll, options });

describe('What one can choose from', () => {
  it.each([
    [['Koffie', 'Thee'], [undefined, undefined]],
    [['', ''], ['blank', 'blank']],
    [['Koffie', ' '], [undefined, 'blank']],
    [['Koffie', '', 'Thee'], [undefined, 'blank', undefined]],
    // The field that Enter made after the last one.
    [['Koffie', 'Thee', ''], [undefined, undefined, undefined]],
    [['Koffie', 'koffie ', 'Thee'], [undefined, 'double', undefined]],
    [['Kof  fie', 'Thee', 'kof fie'], [undefined, undefined, 'double']],
  ] as const)('has something in each field, and nothing twice: %s', (options, faults) => {
    expect(optionFaults(of(...options))).toEqual(faults);
  });

  it('is sent as it reads: without the space around it, and without the field left over', () => {
    expect(newPollOf(of(' Koffie ', 'Thee\u0007', ''), now, zone)).toEqual({
      options: ['Koffie', 'Thee'],
      multiple: false,
      anonymous: false,
      closes_at: '2026-11-30T14:00:00.000Z',
    });
  });

  it('takes 200 bytes each, as the server counts them', () => {
    expect(isSound(of('é'.repeat(100), 'Thee'), now, zone)).toBe(true);
    expect(isSound(of('é'.repeat(101), 'Thee'), now, zone)).toBe(false);
  });

  it('comes line by line, into empty fields first, and puts no words aside', () => {
    const lines = linesOf('Zout\r\n\n  Peper \nKerrie\n');
    expect(lines).toEqual(['Zout', 'Peper', 'Kerrie']);
    expect(withLines(of('', ''), 0, lines).options).toEqual(lines);
    expect(withLines(of('Koffie', '', '', 'Thee'), 1, lines).options).toEqual(['Koffie', ...lines, 'Thee']);
    expect(withLines(of('', 'Thee'), 0, lines).options).toEqual([...lines, 'Thee']);
  });
});

it('A draft that another version of Plein kept in another form is none', () => {
  expect(isPollDraft(emptyPoll)).toBe(true);
  const others = [{ options: ['a'] }, { options: [1, 2] }, { multiple: 'no' }, { anonymous: undefined }, { closing: '5' }, { at: 3 }];
  expect(others.map((other) => isPollDraft({ ...emptyPoll, ...other }))).toEqual(others.map(() => false));
  expect([null, 'poll', {}].map(isPollDraft)).toEqual([false, false, false]);
});

it('A poll that was withdrawn is sent again as it was, to be open for as long', () => {
  const held = poll(1, { multiple: true, anonymous: true, closes_at: '2026-11-22T08:00:00.000Z' });
  expect(sameAgain(held, '2026-11-20T08:00:00.000Z', now)).toEqual({
    options: ['Koffie', 'Thee', 'Water'],
    multiple: true,
    anonymous: true,
    closes_at: '2026-11-25T13:37:00.000Z',
  });
});
