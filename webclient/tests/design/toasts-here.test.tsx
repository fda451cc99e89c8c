import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { say, toasts } from '../../src/design/toast.ts';
import { ToastsHere } from '../../src/design/ToastsHere.tsx';
import { nl } from '../../src/i18n/nl.ts';
import { TextContext } from '../../src/i18n/text.tsx';

const shown = vi.hoisted(() => ({ isReachable: true, asked: 0 }));
vi.mock('../../src/design/Toasts.tsx', async (original) => {
  const loaded = await original<typeof import('../../src/design/Toasts.tsx')>();
  return {
    get Toasts() {
      shown.asked += 1;
      if (!shown.isReachable) throw new Error('no network');
      return loaded.Toasts;
    },
  };
});

const open = () =>
  render(
    <TextContext value={nl}>
      <ToastsHere />
    </TextContext>,
  );

const seen = (message: string) => vi.waitFor(() => expect(screen.queryByText(message)).not.toBeNull());

// Waiting lets less than its own moment go by.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  act(() => toasts.clear());
  vi.useRealTimers();
  shown.isReachable = true;
  shown.asked = 0;
});

describe('The place of short messages', () => {
  it('shows what was said before it came', async () => {
    say('Gelukt');
    open();
    await seen('Gelukt');
  });

  it('comes at once when something is said', async () => {
    open();
    act(() => say('Bewaard'));
    await seen('Bewaard');
  });

  it('comes by itself before anything is said', async () => {
    open();
    expect(shown.asked).toBe(0);
    await act(() => vi.advanceTimersByTimeAsync(2000));
    await vi.waitFor(() => expect(shown.asked).toBeGreaterThan(0));
  });

  it('is asked for again with the network when it could not come', async () => {
    shown.isReachable = false;
    say('Geen verbinding');
    open();
    await vi.waitFor(() => expect(shown.asked).toBeGreaterThan(0));
    expect(screen.queryByText('Geen verbinding')).toBeNull();
    shown.isReachable = true;
    window.dispatchEvent(new Event('online'));
    await seen('Geen verbinding');
  });
});
