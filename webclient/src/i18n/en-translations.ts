import type { translations as nl } from './nl-translations.ts';

/// The part of the catalogue about posts in two languages that everyone meets, in English.

export const translations: typeof nl = {
  read: { nl: 'Read in Dutch', en: 'Read in English' },
  outdated: 'The original was changed after that.',
  original: 'Read the original',
  in: { nl: 'In Dutch', en: 'In English' },
  also: { nl: 'Also in Dutch', en: 'Also in English' },
  stays: { nl: 'The Dutch text does not change with it.', en: 'The English text does not change with it.' },
};
