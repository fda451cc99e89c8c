/// The part of the catalogue about praise: posts that thank people by name.

import { countIn } from './count.ts';

const { number } = countIn('nl-NL');

const listed = (names: readonly string[]) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} en ${names.at(-1) ?? ''}` : names.join());

export const praise = {
  for: 'Compliment voor',
  you: 'jou',
  somebody: 'een collega',
  and: 'en',
  others: (n: number) => `${number.format(n)} anderen`,

  whom: 'Voor wie?',
  missing: 'Kies voor wie het compliment is.',
  prompt: 'Waarvoor geef je dit compliment?',
  body: 'Je compliment',
  submit: 'Geef compliment',
  gone: (names: readonly string[]) => `${listed(names)} ${names.length === 1 ? 'is' : 'zijn'} niet meer op Plein.`,
  somebodyGone: 'Een van deze mensen is niet meer op Plein.',
  forOthers: (n: number): string => (n === 1 ? 'Plaats voor de ander' : 'Plaats voor de anderen'),
  notPossible: 'Voor deze mensen kan het geen compliment worden.',
  asUpdate: 'Plaats als gewoon bericht',
};
