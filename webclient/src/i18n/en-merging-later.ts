import { countIn } from './count.ts';
import type { merging as nl } from './nl-merging-later.ts';

/// The part of the catalogue about questions that ask the same, of which one is answered for all, in English.

const { number } = countIn('en-GB');

export const merging: typeof nl = {
  into: (name) => `Merged with the question of ${name}`,
  intoYours: 'Merged with another question of yours',
  intoAnother: 'Merged with another question',
  also: (n) => (n === 1 ? 'Also asked by a colleague' : `Also asked by ${number.format(n)} colleagues`),

  apart: 'Take apart',
  notHelped: 'Does that answer not help? Take your question apart again.',
  another: 'Do you ask something else after all? Take your question apart again.',
  isApart: 'The question stands by itself again',
  apartFailed: 'Taking it apart failed.',

  title: 'Merge with a question that asks the same',
  lead: 'Choose the question that stays. Whoever asked this one hears the answer to the other.',
  goAlong: 'What was merged with this question goes along.',
  hasAnswer: 'That question has been answered. The answer then counts here too.',
  search: 'Search for words of the question',
  which: 'Which question asks the same?',
  missing: 'Choose a question.',
  none: 'No question to the same department looks like this one. Search for other words.',
  noneFound: (words) => `No question found with “${words}”.`,
  loading: 'Looking for questions that ask the same…',
  submit: 'Merge',
  done: 'The questions are merged',
  failed: 'Merging failed.',
  audience: 'Not everyone who reads this question can read the other one. Choose another question.',
  otherChanged: 'That question cannot be chosen any more: something about it has changed, or too many questions belong to it already. Choose another one.',
  otherGone: 'That question is there no more, or you cannot see it. Choose another one.',
};
