import type { MarkdownNode, MarkdownTree, Post } from '../../protocol/generated.ts';

/// Which words with "#" are topics, by the rule of the server (`protocol/topic_words.hpp`): no letter, digit, "&", "/", "#" or "_"
/// before the sign, and behind it letters with the marks on them, digits, "-" and "_", a letter or digit first. Pure.

/// Before a "#" that begins one.
export const topicStart = /(?<![\p{L}\p{Nd}\p{M}&/#_])/u;
export const topicWord = /[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}_-]*/u;

/// The same for all who write it, however they do.
export const folded = (topic: string): string => topic.toLowerCase().normalize('NFC');

/// In either language.
export const hasTopic = ({ blocks, translation }: Pick<Post, 'blocks' | 'translation'>, topic: string): boolean =>
  isIn(blocks, topic) || isIn(translation?.blocks ?? [], topic);

const isIn = (blocks: MarkdownTree, topic: string): boolean => blocks.some((node) => isOf(node, topic));

const isOf = ({ type, topic: own, children = [] }: MarkdownNode, topic: string): boolean =>
  (type === 'topic' && own === topic) || isIn(children, topic);
