import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useHasCome } from '../../src/i18n/clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const day = 86_400_000;
const pass = (milliseconds: number) => {
  act(() => void vi.advanceTimersByTime(milliseconds));
};

it.each([
  ['a second', 1_000],
  ['longer than a timer of the browser can wait', 30 * day],
])('A moment has come when it comes, and not before: %s', (_what, ahead) => {
  const at = new Date(Date.now() + ahead).toISOString();
  const waits = vi.spyOn(globalThis, 'setTimeout');
  const { result, unmount } = renderHook(() => useHasCome(at));
  // A timer that is given more does not wait at all.
  expect(Math.max(...waits.mock.calls.map(([, delay]) => delay ?? 0))).toBeLessThan(2 ** 31);
  pass(ahead - 1);
  expect(result.current).toBe(false);
  pass(1);
  expect(result.current).toBe(true);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

it('A moment that is moved is waited for anew', () => {
  const at = (ahead: number) => new Date(Date.now() + ahead).toISOString();
  const { result, rerender } = renderHook(useHasCome, { initialProps: at(1_000) });
  rerender(at(5_000));
  pass(2_000);
  expect(result.current).toBe(false);
  pass(3_000);
  expect(result.current).toBe(true);
});
