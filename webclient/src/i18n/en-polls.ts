import { countIn } from './count.ts';
import type { polls as nl } from './nl-polls.ts';

/// The part of the catalogue about polls, as everyone meets them.

const { number, count } = countIn('en-GB');

const votes = (n: number) => count(n, 'vote', 'votes');

export const polls: typeof nl = {
  anonymous: 'Anonymous',
  closes: (moment, isToday) => (isToday ? `Closes today at ${moment}` : `Closes ${moment}`),
  closed: 'Closed',
  closedSince: (moment) => `Closed since ${moment}`,
  one: 'One answer',
  several: 'One or more answers',
  openFor: (span) => `Open for ${span} once approved`,
  hours: (n) => count(n, 'hour', 'hours'),
  days: (n) => count(n, 'day', 'days'),
  chooseOne: 'Choose one answer',
  chooseSome: 'Choose one or more answers',
  vote: 'Vote',
  change: 'Change your vote',
  takeBack: 'Take your vote back',
  votes,
  voters: (n, multiple) => (multiple ? `${count(n, 'person has', 'people have')} voted` : votes(n)),
  noVotes: 'No votes yet',
  nobodyVoted: 'Nobody voted',
  share: (n) => `${number.format(n)}%`,
  own: 'your choice',
  most: 'most votes',
  whoChose: 'Who chose what?',
  hidden: 'You see who chose what once you have voted.',
  final: 'Nobody sees what you choose. Your vote is final, and the outcome comes after closing.',
  voted: 'You have voted. The outcome comes after closing, if there are five votes or more.',
  coming: 'The outcome comes in a moment.',
  tooFew: (n) => `${votes(n)}: too few to show the outcome`,
  failed: 'Your vote did not arrive.',
  takeBackFailed: 'Taking your vote back failed.',
  closedMeanwhile: 'The poll has been closed meanwhile.',
  votedBefore: 'You had voted here before, and an anonymous vote is final.',
  takenBack: 'Your vote has been taken back',
  close: 'Close the poll…',
  isClosed: 'The poll is closed',
  closeFailed: 'Closing the poll failed.',

  prompt: 'What would you like to ask?',
  body: 'Your question',
  submit: 'Post the poll',
  isLate: 'The poll would be closed by now.',
  aWeekMore: 'Post it, open for a week',
};
