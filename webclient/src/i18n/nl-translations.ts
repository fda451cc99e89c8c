/// The part of the catalogue about posts in two languages that everyone meets; what their authors meet stands in
/// `nl-translations-later.ts`.

export const translations = {
  read: { nl: 'Lees in het Nederlands', en: 'Lees in het Engels' },
  outdated: 'Het origineel is daarna aangepast.',
  original: 'Lees het origineel',
  in: { nl: 'In het Nederlands', en: 'In het Engels' },
  also: { nl: 'Ook in het Nederlands', en: 'Ook in het Engels' },
  stays: { nl: 'De Nederlandse tekst verandert niet mee.', en: 'De Engelse tekst verandert niet mee.' },
};
