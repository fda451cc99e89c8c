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
import { roomIn } from '../posts/writing.ts';
import { treeOf } from './tree.ts';

/// A text as the server will draw it (`protocol/markdown.cpp`), for whoever writes it: what counts is what the server makes of it.
/// Pure.

/// `limits::post_blocks`.
const mostBytes = 128 * 1024;
/// `max_table_cells`: beyond it there are no tables.
const mostCells = 10_000;

/// What nobody writes, and would keep the page busy for seconds: signs of marks between two empty lines, and lines in all.
const mostMarks = 2_000;
const mostLines = 2_500;
/// A picture within a picture takes so much longer than a mark within a mark.
const marksOfAPicture = 20;

/// What is too much, or too deep for whoever reads it here, is the text as it was typed.
export function blocksOf(source: string): MarkdownTree {
  const asTyped: MarkdownTree = [{ type: 'code_block', text: source }];
  if (roomIn(source).left < 0 || isAbsurd(source)) return asTyped;
  try {
    const tree = parsed(source);
    const size = new TextEncoder().encode(JSON.stringify(tree)).length;
    return size <= mostBytes ? tree : asTyped;
  } catch {
    return asTyped;
  }
}

const parsed = (source: string): MarkdownTree =>
  treeOf(
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

const isAbsurd = (source: string): boolean =>
  source.split('\n').length > mostLines || source.split(/\n[ \t]*(?=\n)/).some((part) => marksIn(part) > mostMarks);

const marksIn = (text: string): number => [...text.matchAll(/!\[|[*_~]/g)].reduce((sum, [sign]) => sum + (sign === '![' ? marksOfAPicture : 1), 0);

/// A line that nests deeper than sixty quotes and lists says the rest of its marks.
const tooDeep = /^((?:[ \t]*(?:>|(?:\d+[.)]|[-+*])(?=[ \t]))){60}[ \t]*)(?=>|(?:\d+[.)]|[-+*])[ \t])/gm;
const withoutDepth = (source: string) => source.replace(tooDeep, '$1\\');

function hasFewCells(source: string): boolean {
  const lines = source.split('\n');
  const widest = Math.max(...lines.map((line) => line.split('|').length));
  return lines.length * widest <= mostCells;
}
