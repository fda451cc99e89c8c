import { chooseLanguage } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { Preferences, Theme } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { queries } from '../../state/queries.ts';
import { Store } from '../../state/store.ts';
import { currentMe, meQuery } from './session.ts';

const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export const theme = new Store<Theme>(kept('theme', isTheme) ?? 'system');

/// Single-letter shortcuts belong to a keyboard, so to this device (WCAG 2.1.4).
export const singleKeys = new Store(kept('single-keys', isBoolean) ?? true);

export function setSingleKeys(on: boolean): void {
  keep('single-keys', on);
  singleKeys.set(on);
}

export function showTheme(next: Theme): void {
  keep('theme', next);
  theme.set(next);
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

export async function showPreferences(preferences: Preferences): Promise<void> {
  showTheme(preferences.theme);
  await chooseLanguage(preferences.language);
}

/// Shows the change at once and keeps it on the server; what the server refuses is taken back.
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const before = currentMe()?.preferences;
  if (!before) return;
  const next = { ...before, ...change };
  remember(next);
  await showPreferences(next);
  try {
    await api.setPreferences(next);
  } catch (error) {
    remember(before);
    await showPreferences(before);
    throw error;
  }
}

export function remember(preferences: Preferences): void {
  queries.setQueryData(meQuery.queryKey, (me) => (me ? { ...me, preferences } : me));
}
