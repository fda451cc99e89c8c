import { createContext, use } from 'react';
import type { Language } from '../protocol/generated.ts';
import { keep, kept } from '../state/kept.ts';
import { Store } from '../state/store.ts';
import type { Catalogue } from './nl.ts';

/// The catalogue in use. Each language is a file of its own that is fetched when it is first needed.
export const language = new Store<{ name: Language; text: Catalogue } | undefined>(undefined);

const load: Record<Language, () => Promise<Catalogue>> = {
  nl: async () => (await import('./nl.ts')).nl,
  en: async () => (await import('./en.ts')).en,
};

/// All catalogues at once, for what is written in every language.
export async function allTexts(): Promise<Record<Language, Catalogue>> {
  const [nl, en] = await Promise.all([load.nl(), load.en()]);
  return { nl, en };
}

export async function chooseLanguage(name: Language): Promise<void> {
  if (language.get()?.name === name) return;
  const text = await load[name]();
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
