import { countIn } from './count.ts';
import type { returningLater as nl } from './nl-returning-later.ts';

/// The part of the catalogue about what stands on Home for this person, and about coming back, in English.

const { count } = countIn('en-GB');

export const returningLater: typeof nl = {
  forYou: { title: 'For you' },

  returning: {
    title: 'Welcome back',
    lead: 'This was here for you. Begin at the top; you can skip the rest.',
    talkedTitle: 'Many people responded here',
    comments: (n) => count(n, 'comment', 'comments'),
    emoji: (n) => count(n, 'emoji', 'emoji'),
    untitled: 'Post without text',
    markRest: 'Mark the rest as read',
    close: 'Do not show any more',
  },
};
