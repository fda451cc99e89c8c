/// The part of the catalogue about writing news that comes later: its fields, and what to do when it is refused.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');
const list = new Intl.ListFormat('nl-NL');

export const newsWritingLater = {
  newsFields: {
    titleMissing: 'Geef het nieuws een titel.',
    lead: 'Inleiding',
    leadHint: 'Niet verplicht. In één of twee zinnen wat er verandert, en voor wie.',
    mustReadHint: 'Iedereen die hier leest, krijgt de vraag om op “Ik heb dit gelezen” te drukken.',
    affects: 'Raakt',
    affectsHint: 'Elke afdeling die je kiest, krijgt de vraag wat ze ermee doet.',
    affectsSearch: 'Zoek een afdeling',
    affectsFull: (most: number) => `Je kiest hoogstens ${count(most, 'afdeling', 'afdelingen')}.`,
    affectsNone: (search: string) => `Geen afdeling gevonden voor “${search}”.`,
  },

  newsRefused: {
    notByGuests: 'Gasten plaatsen hier geen nieuws.',
    asUpdate: 'Plaats als gewoon bericht',
    mayNotAsk: 'Je mag hier niet vragen om te bevestigen.',
    withoutAsking: 'Plaats zonder te vragen',
    gone: (names: readonly string[]) => `${list.format(names)} ${names.length === 1 ? 'is' : 'zijn'} gearchiveerd.`,
    someGone: 'Een van de afdelingen die dit raakt, is gearchiveerd.',
    without: (names: readonly string[]) => `Plaats zonder ${list.format(names)}`,
    withoutAny: 'Plaats zonder afdelingen',
  },
};
