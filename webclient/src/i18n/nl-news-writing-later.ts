/// The part of the catalogue about writing news that comes later: its fields.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');

export const newsWritingLater = {
  newsFields: {
    title: 'Titel',
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
};
