import type { MarkdownNode, MarkdownTree } from '../../protocol/generated.ts';

/// What is a topic in a text, by the rule of the server (`protocol/markdown.hpp`): "#" where no letter, digit, "&", "/", "#" or "_"
/// stands before it, and behind it letters, digits, "-" and "_", at least one letter among them. Pure.

/// `limits::topic` and `limits::topics`.
const mostLetters = 50;
export const mostTopics = 20;

/// Before a "#" that begins one.
export const topicStart = /(?<![\p{L}\p{N}\p{M}&/#_])/u;

const hashed = new RegExp(`${topicStart.source}#(?<word>[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_-]*)`, 'gu');

/// The same for all who write it, however they do.
export const folded = (topic: string): string => topic.normalize('NFC').toLowerCase();

/// A topic where it stands in a text, without "#".
export interface Found {
  start: number;
  word: string;
}

export function topicsIn(text: string): Found[] {
  return [...text.matchAll(hashed)]
    .map(({ index, groups }) => ({ start: index, word: groups?.word?.replace(/[-_]+$/, '') ?? '' }))
    .filter(({ word }) => /\p{L}/u.test(word) && Array.from(word.normalize('NFC')).length <= mostLetters);
}

export const hasTopic = (blocks: MarkdownTree, topic: string): boolean => blocks.some((node) => isOf(node, topic));

const isOf = ({ type, topic: own, children = [] }: MarkdownNode, topic: string): boolean =>
  (type === 'topic' && own === topic) || hasTopic(children, topic);
