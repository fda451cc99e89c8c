import { countIn } from './count.ts';
import type { eventWriting as nl } from './nl-event-writing.ts';

/// The part of the catalogue about writing an event that everyone may meet: who begins with one, and what becomes of it on its way.

const { count } = countIn('en-GB');

export const eventWriting: typeof nl = {
  body: 'Text',
  prompt: 'What is it about? What should people bring?',
  submit: 'Post the event',
  places: (n) => count(n, 'place', 'places'),
  untitled: 'An event begins with a title of 120 characters at most.',
};
