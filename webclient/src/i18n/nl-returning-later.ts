/// The part of the catalogue about what stands on Home for this person, and about coming back after a while.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');

export const returningLater = {
  forYou: { title: 'Voor jou' },

  returning: {
    title: 'Welkom terug',
    lead: 'Dit stond er voor jou. Begin bovenaan, de rest kun je overslaan.',
    talkedTitle: 'Hier is veel op gereageerd',
    comments: (n: number) => count(n, 'reactie', 'reacties'),
    emoji: (n: number) => count(n, 'emoji', 'emoji’s'),
    untitled: 'Bericht zonder tekst',
    markRest: 'Markeer de rest als gelezen',
    close: 'Niet meer tonen',
  },
};
