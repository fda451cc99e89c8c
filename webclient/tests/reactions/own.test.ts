import { describe, expect, it } from 'vitest';
import { answered, counted, type Own, shown, taken, tapped } from '../../src/features/reactions/own.ts';
import type { Held } from '../../src/features/reactions/reactions.ts';
import type { ReactionKind } from '../../src/protocol/generated.ts';
import { at } from '../make.ts';

const held = (likes: number, version: number, mine?: ReactionKind): Held => ({
  reactions: { counts: likes > 0 ? [{ kind: 'like', count: likes }] : [], version },
  mine,
});
const likes = (of: Held, own: Own | undefined) => shown(of, own).counts.find(({ kind }) => kind === 'like')?.count ?? 0;

describe('An own reaction', () => {
  it('counts from the tap on', () => {
    const own = tapped(undefined, 'like', held(3, 10));
    expect(shown(held(3, 10), own)).toEqual({ counts: [{ kind: 'like', count: 4 }], mine: 'like' });
  });

  it('moves from one kind to another, and goes when it is taken back', () => {
    const before = held(3, 10, 'like');
    expect(shown(before, tapped(undefined, 'care', before)).counts).toEqual([
      { kind: 'like', count: 2 },
      { kind: 'care', count: 1 },
    ]);
    expect(shown(held(1, 10, 'like'), tapped(undefined, undefined, before)).counts).toEqual([]);
  });

  it('is added to a count that came too early to hold it', () => {
    const own = counted(tapped(undefined, 'like', held(3, 10)), 11, at(1));
    expect(likes(held(5, 11), own)).toBe(6);
  });

  it('is not added twice once a count holds it', () => {
    const told = taken(tapped(undefined, 'like', held(3, 10)), 'like', at(1));
    const own = counted(answered(told), 11, at(2));
    expect(likes(held(4, 11, 'like'), own)).toBe(4);
    expect(likes(held(3, 10, 'like'), own)).toBe(4); // what still draws the count before
  });

  it('is not taken to be in a count that was made before the server took it', () => {
    const told = taken(tapped(undefined, 'like', held(3, 10)), 'like', at(5));
    const early = counted(told, 11, at(4));
    expect(likes(held(5, 11, 'like'), early)).toBe(6);
    expect(likes(held(6, 12, 'like'), counted(early, 12, at(6)))).toBe(6);
  });

  it('ends as it was tapped last, whatever was counted in between', () => {
    let own = tapped(undefined, 'like', held(3, 10));
    own = tapped(own, undefined, held(3, 10));
    own = taken(own, 'like', at(1));
    own = counted(own, 11, at(2)); // holds the like that was sent first
    expect(likes(held(4, 11, 'like'), own)).toBe(3);
    own = counted(taken(answered(own), undefined, at(3)), 12, at(4));
    expect(shown(held(3, 12), own)).toEqual({ counts: [{ kind: 'like', count: 3 }], mine: undefined });
  });

  it('is in counts that were read together with it', () => {
    const own = answered(tapped(undefined, 'like', held(3, 10)));
    expect(likes(held(9, 20, 'like'), own)).toBe(9);
    expect(likes(held(9, 20), own)).toBe(10);
  });

  it('ignores a count that is older than what it knows', () => {
    const own = counted(taken(tapped(undefined, 'like', held(3, 10)), 'like', at(1)), 9, at(2));
    expect(likes(held(3, 10, 'like'), own)).toBe(4);
  });

  it('follows another device, unless a tap here is on its way', () => {
    const own = tapped(undefined, 'like', held(3, 10));
    expect(taken(own, 'care', at(1)).wanted).toBe('like');
    expect(taken(answered(own), 'care', at(1)).wanted).toBe('care');
  });

  it('that another device chose shows before it is counted', () => {
    expect(likes(held(0, 10, 'like'), undefined)).toBe(1);
  });
});
