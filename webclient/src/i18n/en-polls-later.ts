import { countIn } from './count.ts';
import type { pollsLater as nl } from './nl-polls-later.ts';

/// The part of the catalogue about polls that comes later: for who makes one, asks who voted, or closes it.

const { number, count } = countIn('en-GB');

export const pollsLater: typeof nl = {
  pollFields: {
    options: 'Answers',
    option: (n) => `Answer ${number.format(n)}`,
    add: 'Add an answer',
    remove: (n, words) => (words === '' ? `Remove answer ${number.format(n)}` : `Remove answer ${number.format(n)}: ${words}`),
    blank: 'Fill this answer in.',
    blankOrAway: 'Fill this answer in, or remove it.',
    double: 'This answer is there already.',
    tooMany: (n, most) => `You pasted ${count(n, 'line', 'lines')}. A poll has ${number.format(most)} answers at most.`,
    multiple: 'More than one answer is allowed',
    anonymous: 'Anonymous',
    open: 'Whoever votes sees who chose what. A vote can be changed or taken back until closing.',
    secret: 'Plein keeps who voted, not what anyone chose. A vote is final. The outcome comes after closing, from five votes on.',
    closing: 'How long can everyone vote?',
    closings: { 1: '1 day', 3: '3 days', 7: '1 week', 14: '2 weeks', own: 'Until a moment that you choose' },
    at: 'Until when?',
    missing: 'Choose a day and a time.',
    past: 'Choose a moment that is still to come.',
    far: 'Choose a moment within a year.',
  },

  voters: {
    title: 'Who chose what?',
    nobody: 'Nobody',
    none: 'Nobody, or no longer.',
    others: (n) => `and ${count(n, 'other vote', 'other votes')}`,
  },

  closePoll: {
    title: 'Close the poll?',
    open: 'Nobody votes any more then, and nobody changes a vote. Everyone sees the outcome. It cannot be opened again.',
    anonymous: 'Nobody votes any more then. If there are five votes or more, everyone sees the outcome. It cannot be opened again.',
    act: 'Close the poll',
  },
};
