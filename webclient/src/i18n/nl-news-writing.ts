/// The part of the catalogue about writing news that everyone may meet: who begins with it, and what becomes of it on its way.

const list = new Intl.ListFormat('nl-NL');

export const newsWriting = {
  body: 'Tekst',
  prompt: 'De rest van het nieuws',
  submit: 'Plaats nieuws',
  mustRead: 'Graag bevestigen',
  affects: (names: readonly string[]) => `Raakt ${list.format(names)}`,
  untitled: 'Nieuws begint met een titel van hoogstens 120 tekens.',
  notByGuests: 'Gasten plaatsen hier geen nieuws.',
  asUpdate: 'Plaats als gewoon bericht',
  mayNotAsk: 'Je mag hier niet vragen om te bevestigen.',
  withoutAsking: 'Plaats zonder te vragen',
  departmentsGone: (names: readonly string[]) => `${list.format(names)} ${names.length === 1 ? 'is' : 'zijn'} gearchiveerd.`,
  someGone: 'Een van de afdelingen die dit raakt, is gearchiveerd.',
  without: (names: readonly string[]) => `Plaats zonder ${list.format(names)}`,
  withoutAny: 'Plaats zonder afdelingen',
};
