import { describe, expect, it } from 'vitest';
import { goesOn, isNamed, isWhole, typedAt } from '../../src/features/mentions/typed.ts';

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
    expect(typed(text)).toEqual({ sign: '@', start, words });
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
    expect(typedAt('@fatma en meer', 3)).toEqual({ sign: '@', start: 0, words: 'fa' });
    expect(typedAt('@fatma', 0)).toBeUndefined();
  });
});

describe('An "@" where no list is wanted any more', () => {
  it('stays so while one types on, and not when one goes back or begins another', () => {
    expect(goesOn({ sign: '@', start: 4, words: 'fat' }, { sign: '@', start: 4, words: 'fa' })).toBe(true);
    expect(goesOn({ sign: '@', start: 4, words: 'f' }, { sign: '@', start: 4, words: 'fa' })).toBe(false);
    expect(goesOn({ sign: '@', start: 9, words: 'fat' }, { sign: '@', start: 4, words: 'fa' })).toBe(false);
    expect(goesOn({ sign: '@', start: 4, words: 'fat' }, undefined)).toBe(false);
  });

  it('is one before a name that the text has already', () => {
    const fatma = { shown: '@Fatma', address: 'person:12' };
    expect(isNamed({ sign: '@', start: 0, words: 'Fatma ' }, [fatma])).toBe(true);
    expect(isNamed({ sign: '@', start: 0, words: 'Fatm' }, [fatma])).toBe(false);
  });
});

describe('What is typed behind a "#"', () => {
  it.each([
    ['#', 0, ''],
    ['Zie #ka', 4, 'ka'],
    ['(#2026-', 1, '2026-'],
    ['een\n#Ça_va', 4, 'Ça_va'],
    ['@Jan #ka', 5, 'ka'],
  ])('is looked for: %j', (text, start, words) => {
    expect(typed(text)).toEqual({ sign: '#', start, words });
  });

  it.each(['# ', '##', '##ka', 'C#', 'a#ka', '&#ka', 'https://a.nl/#ka', '/#ka', '_#ka', '#-ka', '#ka ', '#ka.', '\\#ka', `#${'a'.repeat(51)}`, '```\n#ka'])(
    'is not looked for: %j',
    (text) => {
      expect(typed(text)).toBeUndefined();
    },
  );

  it('is nothing to choose once it is one of those that are there, however it is written', () => {
    expect(isWhole({ sign: '#', start: 0, words: 'KANTINE' }, ['Kantine', 'Kantineplan'])).toBe(true);
    expect(isWhole({ sign: '#', start: 0, words: 'kantin' }, ['Kantine'])).toBe(false);
    expect(isWhole({ sign: '@', start: 0, words: 'Fatma' }, ['Fatma'])).toBe(false);
    expect(isNamed({ sign: '#', start: 0, words: 'fatma' }, [{ shown: '@fatma', address: 'person:12' }])).toBe(false);
  });
});
