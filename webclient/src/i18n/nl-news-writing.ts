/// The part of the catalogue about writing news that everyone may meet: who begins with it, and what becomes of it on its way.

const list = new Intl.ListFormat('nl-NL');

export const newsWriting = {
  body: 'Tekst',
  prompt: 'De rest van het nieuws',
  submit: 'Plaats nieuws',
  mustRead: 'Graag bevestigen',
  affects: (names: readonly string[]) => `Raakt ${list.format(names)}`,
  untitled: 'Nieuws begint met een titel van hoogstens 120 tekens.',
};
