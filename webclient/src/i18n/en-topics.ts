import { countIn } from './count.ts';
import type { topics as nl } from './nl-topics.ts';

/// The part of the catalogue about topics that are offered while somebody writes.

const { count } = countIn('en-GB');

export const topics: typeof nl = {
  list: 'Which topic?',
  found: (n) => `${count(n, 'topic', 'topics')}. Choose with the arrow keys and Enter, or type on.`,
  posts: (n) => count(n, 'post', 'posts'),
};
