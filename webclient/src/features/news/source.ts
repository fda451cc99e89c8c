import { below, composeTitled, isBlank, splitTitled, withoutBlank } from '../titles/titledSource.ts';
import { cleaned } from '../posts/writing.ts';

/// News as it travels: Markdown whose first heading is its title, and the paragraph below that its lead. Pure.
///
/// In the field of the lead everything is words: what would begin a list, a quote or a heading there gets a backslash on its
/// way, and loses it again on the way back. A text without a lead begins with one all the same, when it begins with a
/// paragraph.

export interface NewsSource {
  title: string;
  lead: string;
  /// What follows.
  text: string;
}

/// In one paragraph.
export const leadOf = (typed: string): string => linesOf(typed).join('\n');

export function composeNews({ title, lead, text }: NewsSource): string {
  const paragraph = linesOf(lead).map(asWords).join('\n');
  return composeTitled({ title, text: [paragraph, below(text)].filter(Boolean).join('\n\n') });
}

/// The same, whoever wrote it; nothing of a text that does not begin with a heading.
export function splitNews(source: string): NewsSource | undefined {
  const titled = splitTitled(source);
  if (!titled) return undefined;
  const lines = titled.text.split('\n');
  const lead = lines.slice(0, lengthOfParagraph(lines)).map((line) => line.trim());
  return {
    title: titled.title,
    lead: lead.map(asTyped).join('\n'),
    text: withoutBlank(lines.slice(lead.length)).join('\n'),
  };
}

const linesOf = (typed: string): string[] => cleaned(typed).split('\n').map((line) => line.trim()).filter(Boolean);

/// A digit takes no backslash: it stands behind the number.
const numbered = /^(\d{1,9})(\\*)(?=[.)](?:[ \t]|$))/;

function asWords(line: string, at: number, lines: readonly string[]): string {
  if (numbered.test(line)) return line.replace(numbered, '$1\\$2');
  return isOther(unmarked(lines.slice(at))) ? `\\${line}` : line;
}

function asTyped(line: string, at: number, lines: readonly string[]): string {
  if (numbered.test(line)) return line.replace(/^(\d+)\\/, '$1');
  return line.startsWith('\\') && isOther(unmarked(lines.slice(at))) ? line.slice(1) : line;
}

const unmarked = ([first = '', ...others]: readonly string[]) => [first.replace(/^\\+/, ''), ...others];

/// What a line of a paragraph cannot begin with, or consist of.
const marks = [
  /^#{1,6}(?:[ \t]|$)/,
  /^>/,
  /^[-+*](?:[ \t]|$)/,
  /^([-_*])(?:[ \t]*\1){2,}$/,
  /^(?:`{3,}[^`]*|~{3}[^]*)$/,
  /^<(?:[!?]|\/?[a-z][a-z0-9-]*(?:[\s/>]|$))/i,
];
/// What makes a heading or a table of the line above.
const underlines = [/^(?:=+|-+)$/, /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/];
const number = /^\d{1,9}[.)](?:[ \t]|$)/;
/// Only says where a link leads, and is not shown. The name may go on below.
const definition = /^\[(?:\\[^]|[^\\\]])*\]:/;

const isOneOf = (patterns: readonly RegExp[], line = '') => patterns.some((pattern) => pattern.test(line));
const isOther = (lines: readonly string[]) => isOneOf([...marks, ...underlines], lines[0]) || definition.test(lines.join('\n'));

/// How many lines the paragraph has that these begin with; none when they begin with something else.
function lengthOfParagraph(lines: readonly string[]): number {
  const end = lines.findIndex(isBlank);
  const near = end < 0 ? lines : lines.slice(0, end);
  const words = near.map((line) => (isSetIn(line) ? '' : line.trim()));
  const [first = ''] = words;
  if (first === '' || isOneOf([...marks, number], first) || definition.test(words.join('\n'))) return 0;
  const stop = words.findIndex((line, at) => at > 0 && endsParagraph(line));
  if (stop < 0) return near.length;
  return isOneOf(underlines, words[stop]) ? 0 : stop;
}

const isSetIn = (line: string) => /^(?: {4}| {0,3}\t)/.test(line);

/// A list that goes on counting is none, in the midst of a paragraph.
const endsParagraph = (line: string): boolean => isOneOf([...marks, ...underlines, /^1[.)][ \t]/], line);
