import type { moves as nl } from './nl-moves.ts';

/// The part of the catalogue about where posts stand, and in which order, that everyone meets, in English.

export const moves: typeof nl = {
  move: 'Move',
  share: 'Share in another group',
  order: 'Order of the posts',
  orders: { newest: 'Newest first', activity: 'Latest comment first' },
  mark: 'Written on behalf of',
  marks: { all: 'Work and personal', work: 'For your work', personal: 'Personal' },
  newActivity: 'Show new posts and comments',
  noneSo: { work: 'Nobody has written anything for work here yet.', personal: 'Nobody has written anything personal here yet.' },
  nothingNewSo: { work: 'Nothing new for work', personal: 'Nothing new that is personal' },
  elsewhereHint: 'There is something new that you do not show now.',
  everyPost: 'notification of every post',
};
