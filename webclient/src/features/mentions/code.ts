/// Which lines of a Markdown text are code: between fences, or set in by four spaces. Pure.

/// Lines that belong together. All of them, joined, are the text.
export interface Stretch {
  text: string;
  isCode: boolean;
}

export function stretchesOf(text: string): Stretch[] {
  const isCode = lineReader();
  const stretches: Stretch[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    const isOfCode = isCode(line);
    const last = stretches.at(-1);
    if (last?.isCode === isOfCode) last.text += line;
    else stretches.push({ text: line, isCode: isOfCode });
  }
  return stretches;
}

const opensFence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?!.*`)|~{3,})/;
const closesFence = /^\s*(`{3,}|~{3,})\s*$/;
const closesInQuote = /^[\s>]*(`{3,}|~{3,})\s*$/;
const isQuoted = /^\s*>/;
const isSetIn = /^(?: {4}| {0,3}\t)/;
const beginsItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/// Takes one line after the other, and says of each whether it is code.
function lineReader(): (line: string) => boolean {
  let fence: { marks: string; isInQuote: boolean } | undefined;
  // Empty lines before the first word are not sent.
  let above: 'nothing' | 'empty' | 'text' | 'code' = 'nothing';
  // What is set in there belongs to an item.
  let isInList = false;

  return (line) => {
    // With its quote ends the fence in it.
    if (fence?.isInQuote && !isQuoted.test(line)) fence = undefined;
    if (fence) {
      const closing = (fence.isInQuote ? closesInQuote : closesFence).exec(line)?.[1];
      if (closing?.startsWith(fence.marks)) fence = undefined;
      return true;
    }
    const marks = opensFence.exec(line)?.[1];
    if (marks !== undefined) {
      fence = { marks, isInQuote: isQuoted.test(line) };
      above = 'code';
      return true;
    }
    if (line.trim() === '') {
      if (above !== 'nothing') above = 'empty';
      return false;
    }
    if (isSetIn.test(line) && !isInList && (above === 'empty' || above === 'code')) {
      above = 'code';
      return true;
    }
    isInList = beginsItem.test(line) || (isInList && (above !== 'empty' || /^\s/.test(line)));
    above = 'text';
    return false;
  };
}
