import { countIn } from './count.ts';

/// The part of the catalogue about ideas: who wants them too, who decides on them, and how far they have come.

const { number, count } = countIn('nl-NL');

export const ideas = {
  want: 'Dit wil ik ook',
  votes: (n: number) => number.format(n),
  people: (n: number): string => (n === 1 ? 'mens' : 'mensen'),
  wantedBy: (n: number) => (n === 0 ? 'Nog niemand wil dit ook' : `${count(n, 'mens wil', 'mensen willen')} dit ook`),
  ended: { done: 'Dit is gedaan. Stemmen kan niet meer.', declined: 'Dit doen we niet. Stemmen kan niet meer.' },
  wantFailed: 'Je stem kwam niet aan.',
  unwantFailed: 'Je stem terugnemen lukte niet.',
  endedMeanwhile: 'Er is intussen over dit idee beslist.',
  whoWants: 'Wie wil dit ook?',
  voters: {
    none: 'Niemand, of niet meer.',
    others: (n: number) => `en ${count(n, 'ander', 'anderen')}`,
  },

  decides: (whom: string) => `${whom} beslist hierover`,
  groupDecides: 'De eigenaren en moderators van de groep beslissen hierover',
  statuses: {
    heard: 'Gehoord',
    under_review: 'Wordt bekeken',
    planned: 'Komt eraan',
    done: 'Gedaan',
    declined: 'Doen we niet',
  },
  earlier: (n: number) => count(n, 'eerdere stap', 'eerdere stappen'),
  decide: 'Geef een status',
  decideAgain: 'Geef een andere status',

  deciding: {
    status: 'Hoe staat het met dit idee?',
    note: 'Wat wil je erbij zeggen?',
    noteWhenDeclined: 'Waarom doen we dit niet?',
    noteHint: 'Iedereen leest dit bij het idee.',
    noteMissing: 'Schrijf in een paar woorden waarom, of wat er nu gebeurt.',
    meanwhile: 'Iemand anders was je voor. Dit staat er nu:',
    save: 'Opslaan',
    saved: 'Iedereen leest nu hoe het staat met dit idee',
    failed: 'Opslaan lukte niet.',
    already: 'Iemand anders gaf dit idee deze status al.',
  },

  sending: {
    title: 'Stuur het idee door',
    label: 'Voor wie is dit idee?',
    hint: 'Wie het idee krijgt, beslist erover.',
    isSent: 'Het idee is doorgestuurd',
    failed: 'Doorsturen lukte niet.',
    gone: 'Deze dienst of afdeling is er niet meer.',
  },
};
