import type { AlignType, Definition, Nodes, Root, Table, TableRow } from 'mdast';
import type { MarkdownNode, MarkdownTree } from '../../protocol/generated.ts';
import { split } from './words.ts';

/// The tree of a Markdown parser as the one that is drawn. What has no node of its own there is transparent: what it holds goes
/// to whatever is around it. Pure.

/// `limits::block_depth`: what nests deeper is flattened.
const deepest = 12;

/// What is around a node.
interface Around {
  definitions: ReadonlyMap<string, Definition>;
  blocks: number;
  marks: number;
  isInLink: boolean;
  isInline: boolean;
}

export function treeOf(root: Root, source: string): MarkdownTree {
  const definitions = new Map<string, Definition>();
  collect(root, definitions);
  return split(all(root, { definitions, blocks: 0, marks: 0, isInLink: false, isInline: false }), source);
}

/// The first one of a name counts.
function collect(node: Nodes, found: Map<string, Definition>): void {
  if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collect(child, found);
}

const all = (node: Nodes, around: Around): MarkdownTree =>
  'children' in node ? node.children.flatMap((child: Nodes) => one(child, around)) : [];

function one(node: Nodes, around: Around): MarkdownTree {
  switch (node.type) {
    case 'text':
      return lines(node.value);
    case 'html':
      return around.isInline ? [{ type: 'text', text: node.value }] : [holding({ type: 'paragraph' }, lines(node.value))];
    case 'break':
      return [{ type: 'line_break' }];
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value.replaceAll('\n', ' ') }];
    case 'code':
      return [{ type: 'code_block', text: node.value, ...(node.lang ? { language: node.lang } : {}) }];
    case 'paragraph':
      return [holding({ type: 'paragraph' }, all(node, { ...around, isInline: true }))];
    case 'heading':
      return [holding({ type: 'heading', level: node.depth }, all(node, { ...around, isInline: true }))];
    case 'blockquote':
      return nested({ type: 'quote' }, node, around);
    case 'list':
      return nested({ type: 'list', ...(node.ordered ? { start: node.start ?? 1 } : {}) }, node, around);
    case 'listItem':
      return around.blocks > deepest
        ? all(node, around)
        : [holding({ type: 'item', ...(typeof node.checked === 'boolean' ? { checked: node.checked } : {}) }, all(node, around))];
    case 'table':
      return [table(node, around)];
    case 'strong':
    case 'emphasis':
      return marked({ type: node.type }, node, around);
    case 'delete':
      return marked({ type: 'strike' }, node, around);
    case 'link':
      return link(node.url, all(node, { ...around, isInLink: true }), around);
    case 'image':
      return link(node.url, lines(node.alt ?? ''), around);
    case 'linkReference':
      return link(around.definitions.get(node.identifier)?.url ?? '', all(node, { ...around, isInLink: true }), around);
    case 'imageReference':
      return link(around.definitions.get(node.identifier)?.url ?? '', lines(node.alt ?? ''), around);
    default:
      return [];
  }
}

const holding = (node: MarkdownNode, children: MarkdownTree): MarkdownNode =>
  children.length === 0 ? node : { ...node, children };

/// An item of a list that was flattened is transparent as the list is: it stands one deeper than is drawn.
function nested(node: MarkdownNode, of: Nodes, around: Around): MarkdownTree {
  const blocks = around.blocks + 1;
  const children = all(of, { ...around, blocks });
  return blocks > deepest ? children : [holding(node, children)];
}

function marked(node: MarkdownNode, of: Nodes, around: Around): MarkdownTree {
  const marks = around.marks + 1;
  const children = all(of, { ...around, marks });
  return marks > deepest ? children : [holding(node, children)];
}

/// One line of the source ends where one is seen.
const lines = (text: string): MarkdownTree =>
  text.split('\n').flatMap((line, index): MarkdownTree => [
    ...(index > 0 ? [{ type: 'line_break' as const }] : []),
    ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
  ]);

const address = /^(person|department):(\d+)$/;
const isAllowed = (url: string) => /^(?:https?:\/\/|mailto:)./is.test(url);

/// A mention, where the address names somebody. Of other addresses only those of the web and of mail are links.
function link(url: string, children: MarkdownTree, { isInLink }: Around): MarkdownTree {
  if (isInLink) return children;
  const [, kind, digits] = address.exec(url) ?? [];
  const id = Number(digits);
  if (kind !== undefined && id >= 1 && Number.isSafeInteger(id)) {
    return [{ type: 'mention', text: textOf(children), ...(kind === 'person' ? { person: id } : { department: id }) }];
  }
  if (!isAllowed(url)) return children;
  return [{ type: 'link', url, children: children.length === 0 ? [{ type: 'text', text: url }] : children }];
}

const textOf = (nodes: MarkdownTree): string => nodes.map(({ text = '', children = [] }) => text + textOf(children)).join('');

/// As wide as its first row.
function table({ align, children: [header, ...rows] }: Table, around: Around): MarkdownNode {
  const row = (of: TableRow, isHeader: boolean): MarkdownNode => ({ type: 'table_row', header: isHeader, children: cells(of, align ?? [], around) });
  return { type: 'table', children: [...(header ? [row(header, true)] : []), ...rows.map((each) => row(each, false))] };
}

const cells = ({ children }: TableRow, columns: readonly AlignType[], around: Around): MarkdownTree =>
  columns.map((_, index) => {
    const cell = children[index];
    return holding({ type: 'table_cell' }, cell ? all(cell, { ...around, isInline: true }) : []);
  });
