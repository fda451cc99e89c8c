import { describe, expect, it } from 'vitest';
import { widens } from '../../src/features/moving/targets.ts';
import { tab } from '../make.ts';

const members = tab(21).tab;
const guests = tab(22, { audience: 'guests' }).tab;
const hr = tab(23, { audience: 'department', department: 1 }).tab;
const facilities = tab(24, { audience: 'department', department: 4 }).tab;

describe('More people read a post', () => {
  it.each([
    ['in another group', guests, tab(41, { group: 4 }).tab],
    ['with guests', members, guests],
    ['with the whole group', hr, members],
    ['in another department', hr, facilities],
  ])('%s', (_where, from, to) => expect(widens(from, to)).toBe(true));

  it.each([
    ['in a tab alike', members, tab(22).tab],
    ['without guests', guests, members],
    ['in one department', members, hr],
    ['in another tab of its department', hr, tab(25, { audience: 'department', department: 1 }).tab],
  ])('not %s', (_where, from, to) => expect(widens(from, to)).toBe(false));
});
