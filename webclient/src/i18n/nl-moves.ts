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
  noneSo: { work: 'Hier staat nog niets dat namens het werk is geschreven.', personal: 'Hier staat nog geen persoonlijk bericht.' },
  nothingNewSo: { work: 'Geen nieuwe berichten namens het werk', personal: 'Geen nieuwe persoonlijke berichten' },
  elsewhereHint: 'Er is wel iets nieuws dat je nu niet toont.',
  everyPost: 'melding bij elk bericht',
};
