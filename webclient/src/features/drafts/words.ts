import { plainOf } from '../mentions/source.ts';
import { type Draft, translated } from '../posts/drafts.ts';

/// What a draft says, as plain words: its title, its text, what one chooses from, and the same in its other language. Pure.

export const titleOf = ({ news, event }: Draft): string => plainOf((news ?? event)?.title ?? '').trim();

export function wordsOf(draft: Draft): string {
  const { body, news, poll } = draft;
  const other = translated(draft);
  return [news?.lead, body, ...(poll?.options ?? []), other && titleOf(other), other?.news?.lead, other?.body]
    .map((words = '') => plainOf(words).trim())
    .filter((words) => words !== '')
    .join('\n');
}
