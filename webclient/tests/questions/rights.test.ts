import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/features/departments/addressee.ts';
import { type QuestionRights, rightsOn } from '../../src/features/questions/rights.ts';
import type { Question } from '../../src/protocol/generated.ts';
import { department, person, post, question, service, viewOf } from '../make.ts';

const me = 7;
const hr = department(1, { name: 'HR', heads: [30], deputies: [31] });
const asking = (more: Partial<Question> = {}, author = 3) => viewOf(post(5, { kind: 'question', author }), { question: question(2, more) });
const standing = (more: Partial<Standing> = {}): Standing => ({
  me: person(me, 'Roos'),
  isMember: true,
  looksAfter: false,
  department: hr,
  service: undefined,
  ...more,
});
const names = (rights: QuestionRights) => Object.entries(rights).flatMap(([name, has]) => (has ? [name] : []));
const rights = (view: ReturnType<typeof asking>, more: Partial<Standing> = {}) => names(rightsOn(view, standing(more)));

const asksIt = person(3, 'Priya');
const worksThere = { ...person(me, 'Roos'), department: 1 };
const taken = { picked_up_by: 40 };
const answered = { state: 'answered', answer: 13 } as const;

describe('What one may do with a question', () => {
  it('is nothing for a colleague of another department', () => {
    expect(rights(asking())).toEqual([]);
    expect(rights(asking(answered))).toEqual([]);
  });

  it('is to send it on and to judge its answer for who asked', () => {
    expect(rights(asking(), { me: asksIt })).toEqual(['route', 'mark']);
    expect(rights(asking(answered), { me: asksIt })).toEqual(['mark', 'reopen']);
    expect(rights(asking({ state: 'accepted', answer: 13 }), { me: asksIt })).toEqual(['mark', 'reopen']);
    for (const other of [{ looksAfter: true }, { me: person(30, 'Hoofd') }]) {
      expect(rights(asking({ state: 'accepted', answer: 13 }), other)).toEqual([]);
    }
  });

  it('is to send it on and to pick it up for who works in the department, and not to mark its answer', () => {
    expect(rights(asking(), { me: worksThere })).toEqual(['route', 'pickUp', 'merge']);
    expect(rights(asking(taken), { me: worksThere })).toEqual(['route', 'pickUp', 'merge']);
    expect(rights(asking(answered), { me: worksThere })).toEqual([]);
  });

  it('is to put it down for who picked it up', () => {
    expect(rights(asking({ picked_up_by: me }), { me: worksThere })).toEqual(['route', 'putDown', 'merge']);
  });

  it('is all but to reopen it for heads and deputies, also where they do not work there', () => {
    for (const id of [30, 31]) {
      expect(rights(asking(taken), { me: person(id, 'Hoofd') })).toEqual(['route', 'pickUp', 'putDown', 'mark', 'merge']);
    }
  });

  it('is to send it on and to pick it up for who owns the service', () => {
    expect(rights(asking({ service: 5 }), { service: service(5, { owner: me }) })).toEqual(['route', 'pickUp', 'merge']);
  });

  it('is to send it on, to put it down and to mark its answer for who looks after the tab', () => {
    expect(rights(asking(taken), { looksAfter: true })).toEqual(['route', 'putDown', 'mark', 'merge']);
  });

  it('is nothing but to take it apart once it was merged, for who asked and for those who may merge', () => {
    const merged = asking({ ...answered, merged_into: 9 });
    for (const each of [{ me: asksIt }, { me: worksThere }, { me: person(31, 'Vervanger') }, { looksAfter: true }]) {
      expect(rights(merged, each)).toEqual(['unmerge']);
    }
    expect(rights(merged)).toEqual([]);
    expect(rights(merged, { service: service(5, { owner: me }) })).toEqual(['unmerge']);
  });

  it('is not to merge it while only some may read it', () => {
    expect(rights(asking({ confidential: true }), { me: worksThere })).toEqual(['route', 'pickUp']);
  });

  it('is to pick it up for every full member while nobody is asked, and for no guest', () => {
    const ofNobody = viewOf(post(5, { kind: 'question' }), { question: { version: 1, state: 'asked', confidential: false, merged: 0 } });
    expect(rights(ofNobody, { department: undefined })).toEqual(['pickUp']);
    expect(rights(ofNobody, { department: undefined, isMember: false })).toEqual([]);
  });
});
