import { folded, topicStart, topicWord } from '../topics/topic.ts';
import { type Mention, standsAsItIs } from './source.ts';

/// What somebody types behind an "@", while they look for whom they mean, or behind a "#", for a topic. Pure.
export interface Typed {
  sign: '@' | '#';
  /// Where the sign stands in the text.
  start: number;
  /// What was typed behind it.
  words: string;
}

/// Names have spaces: up to three words belong to it. What is longer is a sentence. A topic is one word.
const behind = {
  '@': /(?<![\p{L}\p{N}\p{M}@])@(?<words>(?:[^\s@]+(?: [^\s@]+){0,2} ?)?)$/u,
  '#': new RegExp(`${topicStart.source}#(?<words>(?:${topicWord.source})?)$`, 'u'),
};
const mostLetters = { '@': 40, '#': 50 };
const signs = ['#', '@'] as const;

/// What is being typed where the caret stands, if that begins a word and is neither code nor an address.
export function typedAt(text: string, caret: number): Typed | undefined {
  const before = text.slice(0, caret);
  for (const sign of signs) {
    const found = behind[sign].exec(before);
    const words = found?.groups?.words;
    if (found && words !== undefined && words.length <= mostLetters[sign] && !standsAsItIs(text, found.index)) {
      return { sign, start: found.index, words };
    }
  }
  return undefined;
}

/// The same sign as one where somebody wanted no list, or chose already.
export const goesOn = ({ start, words }: Typed, from: Typed | undefined): boolean =>
  from?.start === start && words.startsWith(from.words);

/// A name that the list beside the text has already.
export const isNamed = ({ sign, words }: Typed, mentions: readonly Mention[]): boolean =>
  sign === '@' && mentions.some(({ shown }) => shown === `@${words.trimEnd()}`);

/// A topic that was typed as a whole: there is nothing to choose, and Enter begins a line.
export const isWhole = ({ sign, words }: Typed, names: readonly string[]): boolean =>
  sign === '#' && names.some((name) => folded(name) === folded(words));
