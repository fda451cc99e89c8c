/// The part of the catalogue about topics that are offered while somebody writes.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');

export const topics = {
  list: 'Welk onderwerp?',
  found: (n: number) => `${count(n, 'onderwerp', 'onderwerpen')}. Kies met de pijltjes en Enter, of typ verder.`,
  posts: (n: number) => count(n, 'bericht', 'berichten'),
};
