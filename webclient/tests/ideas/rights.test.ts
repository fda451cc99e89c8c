import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/features/departments/addressee.ts';
import { rightsOn } from '../../src/features/ideas/rights.ts';
import type { Idea } from '../../src/protocol/generated.ts';
import { department, idea, person, service } from '../make.ts';
import { gone, ideaView } from './card-page.ts';

const me = 7;
const hr = department(1, { name: 'HR', heads: [30], deputies: [31] });
const roos = person(me, 'Roos');
const standing = (more: Partial<Standing> = {}): Standing => ({ me: roos, isMember: true, looksAfter: false, department: hr, service: undefined, ...more });
const rights = (of: Idea, more: Partial<Standing> = {}, author = 3) =>
  Object.entries(rightsOn(ideaView(of, { author }), standing(more))).flatMap(([name, has]) => (has ? [name] : []));

const unheard = idea(1);
const heard = gone(2, ['heard']);
const ofNobody = { version: 1, votes: 0, steps: [] };

describe('What one may do with an idea', () => {
  it('is nothing for a colleague, nor for who works in the department', () => {
    expect(rights(unheard)).toEqual([]);
    expect(rights(unheard, { me: { ...roos, department: 1 } })).toEqual([]);
    expect(rights(ofNobody, { department: undefined })).toEqual([]);
  });

  it('is to decide on it and to send it on for heads and deputies of its department, also when it has ended', () => {
    for (const of of [unheard, heard, gone(3, ['heard', 'declined'])]) {
      for (const id of [30, 31]) expect(rights(of, { me: person(id, 'Hoofd') })).toEqual(['decide', 'route']);
    }
  });

  it('is the same for who owns the service', () => {
    expect(rights(idea(1, { service: 5 }), { service: service(5, { owner: me }) })).toEqual(['decide', 'route']);
    expect(rights(idea(1, { service: 5 }), { service: service(5, { owner: 8 }) })).toEqual([]);
  });

  it('is to send it on for who proposed it, until somebody has heard it', () => {
    expect(rights(unheard, {}, me)).toEqual(['route']);
    expect(rights(heard, {}, me)).toEqual([]);
  });

  it('is to send it on for who looks after the tab, and to decide on it only where it has no department', () => {
    expect(rights(heard, { looksAfter: true })).toEqual(['route']);
    expect(rights(ofNobody, { looksAfter: true, department: undefined })).toEqual(['decide', 'route']);
  });

  it('passes to who looks after the tab when its department is archived', () => {
    const department = { ...hr, archived: true };
    expect(rights(heard, { looksAfter: true, department })).toEqual(['decide', 'route']);
    expect(rights(heard, { me: person(30, 'Hoofd'), department })).toEqual([]);
    expect(rights(idea(1, { service: 5 }), { service: service(5, { owner: me }), department })).toEqual([]);
  });

  it('is nothing to decide as long as its department is not known here', () => {
    expect(rights(heard, { looksAfter: true, department: undefined })).toEqual(['route']);
  });
});
