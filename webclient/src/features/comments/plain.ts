import type { MarkdownNode, MarkdownTree } from '../../protocol/generated.ts';

/// The first words of a text, on one line, for a quote of it.
export function beginningOf(blocks: MarkdownTree, most = 100): string {
  const words = wordsOf(blocks).replace(/\s+/g, ' ').trim();
  if (words.length <= most) return words;
  // At the end of a word, and never in the middle of a sign.
  return `${words.slice(0, most).replace(/\s+\S*$/, '').replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const wordsOf = (nodes: readonly MarkdownNode[]): string => nodes.map(wordsIn).join('');

function wordsIn({ type, text, children = [] }: MarkdownNode): string {
  const words = text ?? (type === 'line_break' ? ' ' : wordsOf(children));
  return isInline.has(type) ? words : `${words} `;
}

const isInline: ReadonlySet<string> = new Set(['text', 'strong', 'emphasis', 'strike', 'code', 'link', 'mention', 'topic']);
