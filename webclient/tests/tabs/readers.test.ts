import { describe, expect, it } from 'vitest';
import { readershipOf, sameReaders } from '../../src/features/tabs/readers.ts';
import { inOrder, withMoved } from '../../src/features/tabs/shaping.ts';
import { loadAllWords } from '../../src/i18n/text.tsx';
import type { Readers } from '../../src/protocol/generated.ts';
import { tab } from '../make.ts';

const nl = await loadAllWords('nl');
const readers: Readers = { members: 31, guests: 2, departments: [{ department: 5, members: 6 }, { department: 6, members: 1 }] };
const words = (audience: 'members' | 'department' | 'guests', department?: number, known: Readers | undefined = readers) =>
  readershipOf({ audience, department }, 'HR', known, nl);

describe('Who reads a tab, in words', () => {
  it('names the audience and how many they are', () => {
    expect(words('members')).toEqual({ who: 'alle 31 leden', count: 31 });
    expect(words('department', 5)).toEqual({ who: 'alleen de 6 leden van HR', count: 6 });
    expect(words('department', 6)).toEqual({ who: 'alleen 1 lid van HR', count: 1 });
    expect(words('department', 9)).toEqual({ who: 'nog niemand', count: 0 });
    expect(words('guests')).toEqual({ who: 'alle 31 leden en 2 gasten', count: 33 });
  });

  it('says it without numbers as long as nobody has counted', () => {
    const unknown = (audience: 'members' | 'department' | 'guests') =>
      readershipOf({ audience, department: 5 }, 'HR', undefined, nl).who;
    expect(unknown('members')).toBe('alle leden');
    expect(unknown('department')).toBe('alleen de leden van HR');
    expect(unknown('guests')).toBe('alle leden en gasten');
  });

  it('is the same for another department, unless the tab is the own one of it', () => {
    expect(sameReaders({ audience: 'members', department: 5 }, { audience: 'members', department: 6 })).toBe(true);
    expect(sameReaders({ audience: 'department', department: 5 }, { audience: 'department', department: 6 })).toBe(false);
    expect(sameReaders({ audience: 'members' }, { audience: 'guests' })).toBe(false);
  });
});

describe('An order in the making', () => {
  it('moves one tab and leaves the others', () => {
    expect(withMoved([1, 2, 3], 1, 1)).toEqual([2, 1, 3]);
    expect(withMoved([1, 2, 3], 3, 0)).toEqual([3, 1, 2]);
    expect(withMoved([1, 2, 3], 2, 9)).toEqual([1, 3, 2]);
  });

  it('keeps what it does not name behind the others', () => {
    const ids = (order: number[]) => inOrder([tab(21), tab(22), tab(23)], order).map((each) => each.tab.id);
    expect(ids([22, 21])).toEqual([22, 21, 23]);
    expect(ids([23, 99, 22])).toEqual([23, 22, 21]);
  });
});
