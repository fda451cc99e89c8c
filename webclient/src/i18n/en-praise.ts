import { countIn } from './count.ts';
import type { praise as nl } from './nl-praise.ts';

/// The part of the catalogue about praise: posts that thank people by name.

const { number } = countIn('en-GB');

const listed = (names: readonly string[]) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : names.join());

export const praise: typeof nl = {
  for: 'Praise for',
  you: 'you',
  somebody: 'a colleague',
  and: 'and',
  others: (n) => `${number.format(n)} others`,

  whom: 'For whom?',
  missing: 'Choose whom the praise is for.',
  prompt: 'What is this praise for?',
  body: 'Your praise',
  submit: 'Give praise',
  gone: (names) => `${listed(names)} ${names.length === 1 ? 'is' : 'are'} not on Plein any more.`,
  somebodyGone: 'One of these people is not on Plein any more.',
  forOthers: (n) => (n === 1 ? 'Post it for the other one' : 'Post it for the others'),
  notPossible: 'It cannot be praise for these people.',
  asUpdate: 'Post it as a plain post',
};
