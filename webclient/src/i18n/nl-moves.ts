/// The part of the catalogue about where posts stand, and in which order, that everyone meets; what one fills in stands in
/// `nl-moves-later.ts`.

export const moves = {
  move: 'Verplaatsen',
  share: 'Delen in een andere groep',
  order: 'Volgorde van de berichten',
  orders: { newest: 'Nieuwste eerst', activity: 'Laatste reactie eerst' },
  mark: 'Namens wie geschreven',
  marks: { all: 'Werk en persoonlijk', work: 'Namens je werk', personal: 'Persoonlijk' },
  newActivity: 'Nieuwe berichten en reacties tonen',
  noneSo: { work: 'Hier staat niets namens het werk.', personal: 'Hier staat niets persoonlijks.' },
  nothingNewSo: { work: 'Niets nieuws namens het werk', personal: 'Niets persoonlijks nieuw' },
  elsewhereHint: 'Er is wel iets nieuws dat je nu niet toont.',
  everyPost: 'melding bij elk bericht',
};
