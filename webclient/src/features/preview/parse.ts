import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { MarkdownTree } from '../../protocol/generated.ts';
import { treeOf } from './tree.ts';

/// A text as the server will draw it (`protocol/markdown.cpp`), for whoever writes it: what counts is what the server makes of it.
/// Pure.

/// `limits::post_blocks`.
const mostBytes = 128 * 1024;
/// `max_table_cells`: beyond it there are no tables.
const mostCells = 10_000;

export function blocksOf(source: string): MarkdownTree {
  const tree = treeOf(
    fromMarkdown(withoutDepth(source), {
      extensions: [gfmAutolinkLiteral(), gfmStrikethrough(), gfmTaskListItem(), ...(hasFewCells(source) ? [gfmTable()] : [])],
      mdastExtensions: [
        gfmAutolinkLiteralFromMarkdown(),
        gfmStrikethroughFromMarkdown(),
        gfmTaskListItemFromMarkdown(),
        gfmTableFromMarkdown(),
      ],
    }),
    source,
  );
  const size = new TextEncoder().encode(JSON.stringify(tree)).length;
  return size <= mostBytes ? tree : [{ type: 'code_block', text: source }];
}

/// A line that nests deeper than sixty quotes and lists says the rest of its marks.
const tooDeep = /^((?:[ \t]*(?:>|(?:\d+[.)]|[-+*])(?=[ \t]))){60}[ \t]*)(?=>|(?:\d+[.)]|[-+*])[ \t])/gm;
const withoutDepth = (source: string) => source.replace(tooDeep, '$1\\');

function hasFewCells(source: string): boolean {
  const lines = source.split('\n');
  const widest = Math.max(...lines.map((line) => line.split('|').length));
  return lines.length * widest <= mostCells;
}
