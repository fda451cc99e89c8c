import type { MarkdownNode, MarkdownTree, PostKind } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';

/// Posts that have a title: the text of news and of an event begins with a heading. Pure.

export const isTitled = (kind: PostKind): boolean => kind === 'news' || kind === 'event';

export interface TitledParts {
  /// The heading that the text begins with.
  title: MarkdownNode | undefined;
  /// The paragraph right below it.
  lead: MarkdownNode | undefined;
  rest: MarkdownTree;
}

export function partsOf(blocks: MarkdownTree): TitledParts {
  const [title, lead] = blocks;
  if (title?.type !== 'heading') return { title: undefined, lead: undefined, rest: blocks };
  if (lead?.type !== 'paragraph') return { title, lead: undefined, rest: blocks.slice(1) };
  return { title, lead, rest: blocks.slice(2) };
}

/// The title as plain words, or how the text begins; empty where it has no words.
export function titleIn(blocks: MarkdownTree): string {
  const { title } = partsOf(blocks);
  return beginningOf(title ? [title] : blocks, 200);
}
