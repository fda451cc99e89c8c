import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Batches } from '../../src/live/batches.ts';

const take = vi.fn<(items: readonly number[]) => void>();
const taken = () => take.mock.calls.map(([items]) => items);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  take.mockReset();
});

describe('Batches', () => {
  it('hand over at once what comes after a silence, with all that came along', async () => {
    const batches = new Batches(take);
    batches.add(1);
    batches.add(2);
    await Promise.resolve();
    expect(taken()).toEqual([[1, 2]]);
  });

  it('hand over together what follows soon', async () => {
    const batches = new Batches(take);
    batches.add(1);
    await Promise.resolve();
    batches.add(2);
    batches.add(3);
    expect(taken()).toEqual([[1]]);
    vi.advanceTimersByTime(100);
    expect(taken()).toEqual([[1], [2, 3]]);
  });

  it('let it wait longer for whoever does more with it', async () => {
    const batches = new Batches(take, 1_000);
    batches.add(1);
    await Promise.resolve();
    batches.add(2);
    vi.advanceTimersByTime(999);
    expect(taken()).toEqual([[1]]);
    vi.advanceTimersByTime(1);
    expect(taken()).toEqual([[1], [2]]);
  });

  it('let no more wait than their bound', async () => {
    const batches = new Batches(take);
    batches.add(0);
    await Promise.resolve();
    for (let item = 1; item <= 600; item += 1) batches.add(item);
    expect(taken().map((items) => items.length)).toEqual([1, 512]);
  });
});
