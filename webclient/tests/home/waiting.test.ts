import { describe, expect, it } from 'vitest';
import { type Waiting, waitingIn } from '../../src/features/home/waiting.ts';
import { group, tab } from '../make.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const kinds = (waiting: readonly Waiting[]) => waiting.map(({ kind }) => kind);

describe('What waits', () => {
  it('is what owners and moderators decide on, an emergency before all else', () => {
    const groups = [
      group({ role: 'owner', pending_requests: 2, held: 0 }),
      group({ role: 'owner', pending_requests: 0, held: 1, emergency_until: '2026-11-23T10:20:00Z' }),
    ];
    expect(kinds(waitingIn(groups, [], now))).toEqual(['emergency', 'requests', 'held']);
  });

  it('forgets an emergency with its end', () => {
    expect(waitingIn([group({ role: 'owner', emergency_until: '2026-11-23T09:59:59Z' })], [], now)).toEqual([]);
  });

  it('is what others decided about own posts and requests, until one deals with it', () => {
    const sign = { group: 4, name: 'Hardlopen', kind: 'work', colour: 'teal', cover: 'fan' } as const;
    const view = { ...tab(22), own_held: 1, own_declined: 1 };
    const waiting = waitingIn([group({ tabs: [tab(21), view] })], [{ sign, word: '', at: '2026-11-22T10:00:00Z' }], now);
    expect(kinds(waiting)).toEqual(['declined post', 'declined request']);
  });

  it('is how many own posts did not come at their time', () => {
    expect(waitingIn([group()], [], now, 2)).toEqual([{ kind: 'unpublished posts', count: 2 }]);
    expect(waitingIn([group()], [], now, 0)).toEqual([]);
  });
});
