import { folded, topicStart, topicWord } from '../topics/topic.ts';

/// The topics in a text, as the server finds them (`protocol/topic_words.cpp`). Pure.

/// `limits::topic` and `limits::topics`.
const mostLetters = 50;
const mostTopics = 20;

/// A topic where it stands in a run of text, without "#".
export interface Found {
  start: number;
  word: string;
  topic: string;
}

const anywhere = new RegExp(`#(${topicWord.source})`, 'gu');
const inText = new RegExp(topicStart.source + anywhere.source, 'gu');

/// Finds them run by run, as many as the server takes, and only those that stand in the source as such: "\#" is none.
export function finderIn(source: string): (text: string) => Found[] {
  const written = new Set([...source.matchAll(anywhere)].filter(({ index }) => source[index - 1] !== '\\').map(({ 1: words = '' }) => trimmed(words)));
  const seen = new Set<string>();
  const counts = (topic: string) => seen.has(topic) || (seen.size < mostTopics && seen.add(topic).has(topic));
  return (text) =>
    [...text.matchAll(inText)]
      .map(({ index, 1: words = '' }) => ({ start: index, word: trimmed(words), topic: folded(trimmed(words)) }))
      .filter(({ word, topic }) => written.has(word) && /\p{L}/u.test(word) && isShort(word) && isShort(topic) && counts(topic));
}

const trimmed = (words: string) => words.replace(/[-_]+$/, '');
const isShort = (word: string) => Array.from(word).length <= mostLetters;
