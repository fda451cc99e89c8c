import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { group } from '../make.ts';
import { visit } from '../visit.tsx';

const fetch = vi.fn<typeof globalThis.fetch>();
const lineHeight = 24;

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The settings of a group', () => {
  it('are not there for a member, who reads whose they are', async () => {
    await visit('/g/2/settings');
    expect(await screen.findByText('Alleen eigenaren wijzigen de instellingen van deze groep.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Archiveer de groep' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Terug naar SSC & Verkoop' })).toBeTruthy();
  });

  it('leave no way back to a group that its owner archived', async () => {
    const { history } = await visit('/g/2/settings', { groups: [group({ role: 'owner' })] });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Archiveer de groep' }));
    fetch.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Archiveer de groep' }));
    await waitFor(() => expect(history.location.pathname).toBe('/groups'));
    expect(history.canGoBack()).toBe(false);
  });
});

describe('The charter of a group', () => {
  /// As tall as so many lines, wherever something asks.
  async function open(lines: number) {
    const sizes = [{ contentRect: { height: lines * lineHeight } }] as unknown as ResizeObserverEntry[];
    class Measured {
      private readonly tell: ResizeObserverCallback;
      constructor(tell: ResizeObserverCallback) {
        this.tell = tell;
      }
      observe() {
        this.tell(sizes, this as unknown as ResizeObserver);
      }
      readonly disconnect = () => undefined;
    }
    vi.stubGlobal('ResizeObserver', Measured);
    await visit('/g/2/about');
    await screen.findByRole('heading', { level: 1, name: 'SSC & Verkoop' });
  }
  const fold = () => screen.queryByRole('button', { name: /^(?:Meer|Minder)$/ });

  it('folds when it is long, and opens at a word', async () => {
    await open(15);
    expect(fold()?.getAttribute('aria-expanded')).toBe('false');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Meer' }));
    expect(fold()?.getAttribute('aria-expanded')).toBe('true');
  });

  it('stands there whole when folding would hide little', async () => {
    await open(14);
    expect(fold()).toBeNull();
  });
});
