/// The part of the catalogue about polls that comes later: for who makes one, asks who voted, or closes it.

import { countIn } from './count.ts';

const { number, count } = countIn('nl-NL');

export const pollsLater = {
  pollFields: {
    options: 'Antwoorden',
    option: (n: number) => `Antwoord ${number.format(n)}`,
    add: 'Antwoord toevoegen',
    remove: (n: number, words: string) => (words === '' ? `Haal antwoord ${number.format(n)} weg` : `Haal antwoord ${number.format(n)} weg: ${words}`),
    blank: 'Vul dit antwoord in.',
    blankOrAway: 'Vul dit antwoord in, of haal het weg.',
    double: 'Dit antwoord staat er al.',
    tooMany: (n: number, most: number) => `Je plakte ${count(n, 'regel', 'regels')}. Een peiling heeft hoogstens ${number.format(most)} antwoorden.`,
    multiple: 'Meer dan één antwoord mag',
    anonymous: 'Anoniem',
    open: 'Wie stemt, ziet wie wat koos. Een stem wijzigen of terugnemen kan tot het sluiten.',
    secret: 'Plein bewaart wie stemde, niet wat iemand koos. Een stem is definitief. De uitslag komt na het sluiten, vanaf vijf stemmen.',
    closing: 'Hoelang kan iedereen stemmen?',
    closings: { 1: '1 dag', 3: '3 dagen', 7: '1 week', 14: '2 weken', own: 'Tot een moment dat je kiest' },
    at: 'Tot wanneer?',
    missing: 'Kies een dag en een tijd.',
    past: 'Kies een moment dat nog komt.',
    far: 'Kies een moment binnen een jaar.',
  },

  voters: {
    title: 'Wie koos wat?',
    nobody: 'Niemand',
    none: 'Niemand, of niet meer.',
    others: (n: number) => `en ${count(n, 'andere stem', 'andere stemmen')}`,
  },

  closePoll: {
    title: 'De peiling sluiten?',
    open: 'Niemand stemt dan nog, en niemand wijzigt een stem. Iedereen ziet de uitslag. Openen kan daarna niet meer.',
    anonymous: 'Niemand stemt dan nog. Zijn er minstens vijf stemmen, dan ziet iedereen de uitslag. Openen kan daarna niet meer.',
    act: 'Sluit de peiling',
  },
};
