/// The part of the catalogue about writing an event that everyone may meet: who begins with one, and what becomes of it on its way.

import { countIn } from './count.ts';

const { count } = countIn('nl-NL');

export const eventWriting = {
  body: 'Tekst',
  prompt: 'Waar gaat het over? Wat neem je mee?',
  submit: 'Plaats bijeenkomst',
  places: (n: number) => count(n, 'plek', 'plekken'),
  untitled: 'Een bijeenkomst begint met een titel van hoogstens 120 tekens.',
};
