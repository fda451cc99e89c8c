import { describe, expect, it } from 'vitest';
import { hasDesk, isForDeskOf } from '../../src/features/questions/desks.ts';
import { readQuestionList } from '../../src/features/questions/lists.ts';
import { department, me, service } from '../make.ts';

const departments = [department(1, { heads: [8] }), department(4, { deputies: [9] })];
const services = [service(5, { department: 4, owner: 3 })];
const who = (id: number, works?: number) => ({ ...me.person, id, ...(works === undefined ? {} : { department: works }) });

describe('A desk', () => {
  it.each([
    ['who works there', who(7, 1), { department: 1 }, true],
    ['who works elsewhere', who(7, 4), { department: 1 }, false],
    ['who works nowhere, when nobody is asked', who(7), {}, false],
    ['a head', who(8, 4), { department: 1 }, true],
    ['a deputy', who(9), { department: 4 }, true],
    ['the owner of the service', who(3, 1), { department: 4, service: 5 }, true],
    ['the owner of another service', who(3, 1), { department: 4, service: 6 }, false],
  ])('is that of %s', (_, person, to, expected) => {
    expect(isForDeskOf(person, to, departments, services)).toBe(expected);
  });

  it.each([
    ['who works somewhere', who(7, 6), true],
    ['a head', who(8), true],
    ['a deputy', who(9), true],
    ['the owner of a service', who(3), true],
    ['who does nothing of that', who(7), false],
  ])('has %s', (_, person, expected) => {
    expect(hasDesk(person, departments, services)).toBe(expected);
  });
});

describe('The address of the questions', () => {
  it.each([
    [{ list: 'desk' }, { list: 'desk' }],
    [{ list: 'own' }, {}],
    [{ list: 7 }, {}],
    [{}, {}],
  ])('reads %o as %o', (address, chosen) => {
    expect(readQuestionList(address)).toEqual(chosen);
  });
});
