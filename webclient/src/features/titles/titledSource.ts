import { cleaned, printable } from '../posts/writing.ts';

/// A text whose first heading is its title, as it travels: Markdown. News has one, and an event. Pure.

export interface TitledSource {
  title: string;
  /// What follows.
  text: string;
}

/// In one line.
export const titleOf = (typed: string): string => cleaned(typed).replace(/\s+/g, ' ').trim();

export function composeTitled({ title, text }: TitledSource): string {
  const line = titleOf(title);
  // At its end these would close the heading: others do that instead.
  const heading = /(?:^| )#+$/.test(line) ? `# ${line} #` : `# ${line}`;
  return [heading, below(text)].filter(Boolean).join('\n\n').trim();
}

/// What stands below the title, without the empty lines around it.
export const below = (text: string): string => printable(text).replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/// The same, whoever wrote it; nothing of a text that does not begin with a heading.
export function splitTitled(source: string): TitledSource | undefined {
  const [first = '', ...lines] = withoutBlank(source.split(/\r\n?|\n/));
  const heading = /^ {0,3}#{1,6}(?:[ \t]([^]*))?$/.exec(first);
  if (!heading) return undefined;
  const title = titleOf((heading[1] ?? '').trimEnd().replace(/(?:^|[ \t])#+$/, ''));
  return { title, text: withoutBlank(lines).join('\n').trimEnd() };
}

export const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

export function withoutBlank(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => !isBlank(line));
  return start < 0 ? [] : lines.slice(start);
}
