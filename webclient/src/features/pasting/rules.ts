import { escaped, without } from './escape.ts';

/// What becomes of the elements that Plein has its own way to write, or that the converter does not know: it has rules for strike
/// and tables beside it, but writes tables that do not fit as HTML, which Plein shows as text.

/// Of the converter, which also has documents.
type Of = Node;

/// A mark ends with its paragraph.
export const mark = (sign: string) => (content: string) =>
  content
    .split(/\n\s*\n/)
    .map((part) => (part.trim() === '' ? '' : sign + part.trim() + sign))
    .join('\n\n');

/// What goes on below it is set in as far as its first line.
export function asItem(content: string, node: Of): string {
  const list = node.parentNode as Element;
  const place = [...list.children].indexOf(node as Element);
  const from = Number(/^\d{1,8}$/.exec(list.getAttribute('start') ?? '')?.[0] ?? 1);
  const sign = list.nodeName === 'OL' ? `${from + place}. ` : '- ';
  const words = content.trim().replace(/^(\[[x ]\]) +/, '$1 ').replace(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length)}`);
  return sign + words + (node.nextSibling ? '\n' : '');
}

/// What is its own address is found without.
export function asLink(content: string, node: Of): string {
  const url = (node as Element).getAttribute('href') ?? '';
  const words = (node.textContent ?? '').trim();
  if (words === url || `mailto:${words}` === url) return escaped(words);
  const label = content.trim().replace(/\s+/g, ' ');
  const target = /[\s()<>\\]/.test(url) ? `<${url.replace(/[<>\\]/g, encodeURIComponent).replace(/\s+/g, '%20')}>` : url;
  return `[${without('[]', label)}](${target})`;
}

/// A fence that is longer than any in it.
export function asPre(_content: string, node: Of): string {
  const code = (node.textContent ?? '').replace(/\n$/, '');
  const inner = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(inner + 1);
  const named = (node as Element).outerHTML.slice(0, 500);
  const language = /class="[^"]*\blanguage-([\w+#-]+)/.exec(named)?.[1] ?? '';
  return `\n\n${fence}${language}\n${code}\n${fence}\n\n`;
}

/// What spans several columns leaves the others empty.
export function asRow(content: string, node: Of): string {
  const wider = [...(node as Element).children].reduce((sum, cell) => sum + spanOf(cell) - 1, 0);
  return `\n|${content}${'  |'.repeat(wider)}\n`;
}

/// Its first row is its head: in Markdown there is none without.
export function asTable(content: string, node: Of): string {
  const [head, ...rows] = content.split('\n').filter((line) => line.trim() !== '');
  const first = (node as Element).querySelector('tr');
  const columns = [...(first?.children ?? [])].reduce((sum, cell) => sum + spanOf(cell), 0);
  return `\n\n${[head, `|${' --- |'.repeat(columns)}`, ...rows].join('\n')}\n\n`;
}

const spanOf = (cell: Element): number => Math.max(1, Math.min(Number(cell.getAttribute('colspan') ?? 1) || 1, 50));
