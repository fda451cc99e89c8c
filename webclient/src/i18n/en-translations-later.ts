import type { translationsLater as nl } from './nl-translations-later.ts';

/// The part of the catalogue about writing a post in two languages, and about previews of links, that comes later, in English.

export const translationsLater: typeof nl = {
  translating: {
    add: 'Add a translation',
    edit: 'Edit the translation',
    remove: 'Remove the translation',
    above: 'The text above is in',
    languages: { nl: 'Dutch', en: 'English' },
    text: { nl: 'Your text in Dutch', en: 'Your text in English' },
    readers: { nl: 'Whoever uses Plein in Dutch reads this text.', en: 'Whoever uses Plein in English reads this text.' },
    drop: { nl: 'Not in Dutch after all', en: 'Not in English after all' },
    removed: 'The translation is gone',
    removeFailed: 'Removing the translation failed.',
    removeUnknown: 'No answer. We are not sure whether the translation is gone, and are checking.',
    back: 'The translation is back',
    notBack: 'Putting the translation back failed.',
    notBackStale: 'You have edited the post meanwhile. The translation does not belong to it any more.',
  },

  previews: {
    hide: 'Hide preview',
    hidden: 'The preview is hidden on this device',
  },
};
