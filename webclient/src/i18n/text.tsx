import { createContext, use } from 'react';
import type { Language } from '../protocol/generated.ts';
import { keep, kept } from '../state/kept.ts';
import { Store } from '../state/store.ts';
import type { LaterCatalogue } from './nl-later.ts';
import type { Catalogue } from './nl.ts';

/// The catalogue in use. Each language is a file of its own that is fetched when it is first needed.
export const language = new Store<{ name: Language; text: Catalogue } | undefined>(undefined);

const load: Record<Language, () => Promise<Catalogue>> = {
  nl: async () => (await import('./nl.ts')).nl,
  en: async () => (await import('./en.ts')).en,
};

const loadLater: Record<Language, () => Promise<LaterCatalogue>> = {
  nl: async () => (await import('./nl-later.ts')).nlLater,
  en: async () => (await import('./en-later.ts')).enLater,
};

/// The words of the first page and of all later ones.
export type AllWords = Catalogue & LaterCatalogue;

const coming = new Map<Language, Promise<AllWords>>();

/// Asks once; what failed to come is asked for again.
export function loadAllWords(name: Language): Promise<AllWords> {
  const asked = coming.get(name);
  if (asked) return asked;
  const words = Promise.all([load[name](), loadLater[name]()]).then(([first, later]) => ({ ...first, ...later }));
  coming.set(name, words);
  words.then(
    // React reads these: words that are here are drawn at once.
    (value) => Object.assign(words, { status: 'fulfilled', value }),
    () => coming.delete(name),
  );
  return words;
}

/// Whoever has seen a later page in one language stays on it in the other.
export async function chooseLanguage(name: Language): Promise<void> {
  if (language.get()?.name === name) return;
  const text = await load[name]();
  if (coming.size > 0) await loadAllWords(name);
  document.documentElement.lang = name;
  keep('language', name);
  language.set({ name, text });
}

const isLanguage = (value: unknown): value is Language => value === 'nl' || value === 'en';

/// Before sign-in nobody's preference is known: the last one used here, else the browser's, else Dutch.
export function guessLanguage(): Language {
  const asked = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return kept('language', isLanguage) ?? asked ?? 'nl';
}

export const TextContext = createContext<Catalogue | undefined>(undefined);

/// The words, in the language of the reader.
export function useText(): Catalogue {
  const text = use(TextContext);
  if (!text) throw new Error('useText outside of TextContext');
  return text;
}

/// The words of pages that come later, beside those of the first. Suspends until they are here: only below a Suspense, as
/// every lazy page is.
export function useLaterText(): AllWords {
  return use(loadAllWords(useLanguage()));
}

/// The language of the page, which is that of its reader.
export const useLanguage = (): Language => (useText().locale.startsWith('en') ? 'en' : 'nl');
