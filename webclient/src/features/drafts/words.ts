import { plainOf } from '../mentions/source.ts';
import type { Draft } from '../posts/drafts.ts';

/// What a draft says, as plain words: its title, its text, and what one chooses from. Pure.

export const titleOf = ({ news, event }: Draft): string => plainOf((news ?? event)?.title ?? '').trim();

export const wordsOf = ({ body, news, poll }: Draft): string =>
  [news?.lead, body, ...(poll?.options ?? [])].map((words = '') => plainOf(words).trim()).filter((words) => words !== '').join('\n');
