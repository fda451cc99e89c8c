import { expect, it } from 'vitest';
import { goneOf } from '../../src/features/praise/gone.ts';
import { forNobody, isForTheSame, isPraiseDraft } from '../../src/features/praise/draft.ts';
import { named } from '../../src/features/praise/named.ts';
import { nl } from '../../src/i18n/nl.ts';
import { person } from '../make.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

it('A draft that another version of Plein kept in another form is none', () => {
  expect([forNobody, { people: [8, 30] }, { people: upTo(20) }].map(isPraiseDraft)).toEqual([true, true, true]);
  const others = [null, 'praise', {}, { people: 8 }, { people: ['8'] }, { people: [8, 8] }, { people: upTo(21) }];
  expect(others.map(isPraiseDraft)).toEqual(others.map(() => false));
});

it('Praise is for the same people in whatever order', () => {
  expect(isForTheSame([8, 30], [30, 8])).toBe(true);
  expect([isForTheSame([8], [8, 30]), isForTheSame([8, 30], [8]), isForTheSame([8], [30])]).toEqual([false, false, false]);
});

it('Names up to three, else two, with who looks before the others', () => {
  expect(named([1, 2, 3], 3)).toEqual({ first: [3, 1, 2], others: [] });
  expect(named([1, 2, 3, 4], undefined)).toEqual({ first: [1, 2], others: [3, 4] });
  expect(named([1, 2, 3, 4], 4)).toEqual({ first: [4, 1], others: [2, 3] });
});

it('Who has left is known by name, and said in words', () => {
  const left = ['Piotr Nowak', 'Fatma Yıldız', 'Daan Smit'].map((name, at) => ({ ...person(at, name), suspended: true }));
  const known = new Map([...left, person(9, 'Roos')].map((each) => [each.id, each]));
  expect(goneOf({ people: [9, 2, 99, 0] }, known).map(({ id }) => id)).toEqual([2, 0]);
  const said = [1, 2, 3].map((count) => nl.praise.gone(left.slice(0, count).map(({ name }) => name)));
  expect(said).toEqual([
    'Piotr Nowak is niet meer op Plein.',
    'Piotr Nowak en Fatma Yıldız zijn niet meer op Plein.',
    'Piotr Nowak, Fatma Yıldız en Daan Smit zijn niet meer op Plein.',
  ]);
});
