import type { newsWriting as nl } from './nl-news-writing.ts';

/// The part of the catalogue about writing news that everyone may meet: who begins with it, and what becomes of it on its way.

const list = new Intl.ListFormat('en-GB');

export const newsWriting: typeof nl = {
  body: 'Text',
  prompt: 'The rest of the news',
  submit: 'Post the news',
  mustRead: 'Must-read',
  affects: (names) => `Affects ${list.format(names)}`,
  untitled: 'News begins with a title of 120 characters at most.',
};
