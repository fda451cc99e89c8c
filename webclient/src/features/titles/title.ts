import type { Room } from '../../design/room.ts';
import { plainOf } from '../mentions/source.ts';
import { titleOf } from './titledSource.ts';

/// A title in the making. Pure.

/// `limits::title`, in letters of what is shown.
const longest = 120;

export function roomInTitle(title: string): Room {
  const left = longest - Array.from(wordsIn(titleOf(title))).length;
  return { left, isTight: left < 12 };
}

export const isTitle = (typed: string): boolean => titleOf(typed) !== '' && roomInTitle(typed).left >= 0;

/// What is shown of a line of Markdown, or a little less: the server, which reads all of it, has the last word.
const wordsIn = (line: string): string =>
  plainOf(line)
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, '&')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])|[*_~`]/g, '$1');
