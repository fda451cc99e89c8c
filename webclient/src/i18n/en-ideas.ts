import { countIn } from './count.ts';
import type { ideas as nl } from './nl-ideas.ts';

/// The part of the catalogue about ideas: who wants them too, who decides on them, and how far they have come.

const { number, count } = countIn('en-GB');

export const ideas: typeof nl = {
  want: 'I want this too',
  votes: (n) => number.format(n),
  people: (n) => (n === 1 ? 'person' : 'people'),
  wantedBy: (n) => (n === 0 ? 'Nobody else wants this yet' : `${count(n, 'person wants', 'people want')} this too`),
  ended: { done: 'This is done. Voting is over.', declined: 'This was declined. Voting is over.' },
  wantFailed: 'Your vote did not arrive.',
  unwantFailed: 'Taking your vote back failed.',
  endedMeanwhile: 'This idea has been decided on meanwhile.',
  whoWants: 'Who wants this too?',
  voters: {
    none: 'Nobody, or nobody any more.',
    others: (n) => `and ${count(n, 'other', 'others')}`,
  },

  decides: (whom) => `${whom} decides on this`,
  groupDecides: 'The owners and moderators of the group decide on this',
  statuses: {
    heard: 'Heard',
    under_review: 'Under review',
    planned: 'Planned',
    done: 'Done',
    declined: 'Declined',
  },
  earlier: (n) => count(n, 'earlier step', 'earlier steps'),
  decide: 'Give it a status',
  decideAgain: 'Give it another status',

  deciding: {
    status: 'How does this idea stand?',
    note: 'What would you like to say about it?',
    noteWhenDeclined: 'Why was it declined?',
    noteHint: 'Everyone reads this with the idea.',
    noteMissing: 'Write in a few words why, or what happens next.',
    meanwhile: 'Somebody else was first. This is how it stands now:',
    save: 'Save',
    saved: 'Everyone now reads how this idea stands',
    failed: 'Saving failed.',
    already: 'Somebody else has given this idea that status already.',
  },

  sending: {
    title: 'Send the idea on',
    label: 'Who is this idea for?',
    hint: 'Whoever gets the idea decides on it.',
    isSent: 'The idea has been sent on',
    failed: 'Sending it on failed.',
    gone: 'This service or department is there no more.',
  },
};
