import { describe, expect, it } from 'vitest';
import { goesOn, isNamed, typedAt } from '../../src/features/mentions/typed.ts';

const typed = (text: string) => typedAt(text, text.length);

describe('What is typed behind an "@"', () => {
  it.each([
    ['@', 0, ''],
    ['Dag @fa', 4, 'fa'],
    ['(@Jan de V', 1, 'Jan de V'],
    ['een\n@Jan ', 4, 'Jan '],
    ['@O’Br', 0, 'O’Br'],
    ['@Jan/@fa', 5, 'fa'],
  ])('is looked for: %j', (text, start, words) => {
    expect(typed(text)).toEqual({ start, words });
  });

  it.each(['', 'Dag', '@ ', 'info@pl', '@@', '@een twee drie vier', '@fa\n', '@Jan  de', '\\@fa', 'https://a.nl/@fa', `@${'a'.repeat(41)}`])(
    'is not looked for: %j',
    (text) => {
      expect(typed(text)).toBeUndefined();
    },
  );

  it('is not looked for in code', () => {
    expect(typed('```\n@fa')).toBeUndefined();
    expect(typedAt('`zie @fa`', 8)).toBeUndefined();
  });

  it('ends where the caret stands', () => {
    expect(typedAt('@fatma en meer', 3)).toEqual({ start: 0, words: 'fa' });
    expect(typedAt('@fatma', 0)).toBeUndefined();
  });
});

describe('An "@" where no list is wanted any more', () => {
  it('stays so while one types on, and not when one goes back or begins another', () => {
    expect(goesOn({ start: 4, words: 'fat' }, { start: 4, words: 'fa' })).toBe(true);
    expect(goesOn({ start: 4, words: 'f' }, { start: 4, words: 'fa' })).toBe(false);
    expect(goesOn({ start: 9, words: 'fat' }, { start: 4, words: 'fa' })).toBe(false);
    expect(goesOn({ start: 4, words: 'fat' }, undefined)).toBe(false);
  });

  it('is one before a name that the text has already', () => {
    const fatma = { shown: '@Fatma', address: 'person:12' };
    expect(isNamed({ start: 0, words: 'Fatma ' }, [fatma])).toBe(true);
    expect(isNamed({ start: 0, words: 'Fatm' }, [fatma])).toBe(false);
  });
});
