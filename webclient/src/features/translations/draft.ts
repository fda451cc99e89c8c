import type { Language } from '../../protocol/generated.ts';

/// What a post is to say in its other language, in the making. Pure.
export interface TranslationDraft {
  /// Of these words; those above them are in the other one.
  language: Language;
  /// What stands above the text, of news and of an event.
  title: string;
  /// Of news.
  lead: string;
  body: string;
}

export const emptyTranslation = (language: Language): TranslationDraft => ({ language, title: '', lead: '', body: '' });

/// Kept by another version of Plein it may be anything.
export const isTranslationDraft = (value: unknown): value is TranslationDraft =>
  typeof value === 'object' &&
  value !== null &&
  'language' in value &&
  (value.language === 'nl' || value.language === 'en') &&
  'title' in value &&
  typeof value.title === 'string' &&
  'lead' in value &&
  typeof value.lead === 'string' &&
  'body' in value &&
  typeof value.body === 'string';

/// Something was written that one would not want to lose.
export const isBegun = ({ title, lead, body }: TranslationDraft): boolean => [title, lead, body].some((words) => words.trim() !== '');
