import { type Mention, standsAsItIs } from './source.ts';

/// What somebody types behind an "@", while they look for whom they mean. Pure.
export interface Typed {
  /// Where the "@" stands in the text.
  start: number;
  /// What was typed behind it.
  words: string;
}

/// Names have spaces: up to three words belong to it. What is longer is a sentence.
const behindAt = /(?<![\p{L}\p{N}\p{M}@])@(?<words>(?:[^\s@]+(?: [^\s@]+){0,2} ?)?)$/u;
const mostLetters = 40;

/// What is being typed where the caret stands, if that begins a word and is neither code nor an address.
export function typedAt(text: string, caret: number): Typed | undefined {
  const found = behindAt.exec(text.slice(0, caret));
  const words = found?.groups?.words;
  if (!found || words === undefined || words.length > mostLetters || standsAsItIs(text, found.index)) return undefined;
  return { start: found.index, words };
}

/// The same "@" as one where somebody wanted no list, or chose already.
export const goesOn = ({ start, words }: Typed, from: Typed | undefined): boolean =>
  from?.start === start && words.startsWith(from.words);

/// A name that the list beside the text has already.
export const isNamed = ({ words }: Typed, mentions: readonly Mention[]): boolean =>
  mentions.some(({ shown }) => shown === `@${words.trimEnd()}`);
