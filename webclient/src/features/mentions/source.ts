import { stretchesOf } from './code.ts';

/// How a text with mentions travels, and how it reads while somebody writes it. In Markdown a mention is a link,
/// `[@Fatma Yıldız](person:12)`; in the field it is "@Fatma Yıldız", and a list beside the text says who that is. What is
/// code, an address or another link stays as it stands, in both directions. Pure.

export interface Mention {
  /// "@" and the name, as the field shows it. It stands for no one else in the same text.
  shown: string;
  /// `person:12` or `department:3`.
  address: string;
}

export interface Shown {
  text: string;
  mentions: Mention[];
}

const escaped = /\\[!-/:-@[-`{-~]/;
const codeSpan = /(?<ticks>`+)(?!`)(?:(?!\n\s*\n)[^])+?(?<!`)\k<ticks>(?!`)/;
const loneTicks = /`+/;
const otherLink = /\[[^[\]\n]*\]\([^()\n]*\)/;
const webAddress = /(?:https?:\/\/|www\.)[^\s<]+/;
const asItStands = [escaped, codeSpan, loneTicks, otherLink, webAddress];
const link = /(?<mark>\\!)?\[(?<label>(?:\\[^\n]|[^\\[\]\n])+)\]\((?<address>(?:person|department):[1-9]\d*)\)/;

/// Most texts name nobody, and are read at every letter that is typed.
const mayName = /\]\((?:person|department):/;

const patternOf = (...parts: RegExp[]) => new RegExp(parts.map(({ source }) => source).join('|'), 'gu');
const inSource = patternOf(link, ...asItStands);
const standing = patternOf(...asItStands);

/// What a field shows of a text that travels.
export function shownOf(source: string): Shown {
  const mentions: Mention[] = [];
  if (!mayName.test(source)) return { text: source, mentions };
  const text = replaced(source, inSource, ({ mark, label = '', address }) => {
    if (address === undefined) return undefined;
    const mention = mentionIn(mentions, label.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/^@/, ''), address);
    if (!mentions.includes(mention)) mentions.push(mention);
    return (mark ? '!' : '') + mention.shown;
  });
  return { text, mentions };
}

/// The way back: wherever one of the names stands by itself it becomes the link. Of two that begin alike the longer one counts.
export function sourceOf(text: string, mentions: readonly Mention[]): string {
  if (mentions.length === 0) return text;
  const names = mentions.map(({ shown }) => shown).toSorted((one, other) => other.length - one.length);
  const name = new RegExp(`(?<mark>!)?${atStart.source}(?<name>${names.map(literally).join('|')})${atEnd.source}`);
  return replaced(text, patternOf(name, ...asItStands), ({ mark, name: shown }) => {
    const mention = mentions.find((each) => each.shown === shown);
    // With "!" before it the link would be a picture.
    return mention && (mark ? '\\!' : '') + linkOf(mention);
  });
}

/// As people read it where it is shown as it was written.
export const plainOf = (source: string): string => shownOf(source).text;

/// What the server takes: `limits::mentions`.
export const mostNamed = 50;

export const namesTooMany = (source: string): boolean =>
  new Set(shownOf(source).mentions.map(({ address }) => address)).size > mostNamed;

/// A mention as it is shown beside the others in the text. When somebody else is shown by that name, `about` says who this one
/// is, and where that does not tell them apart either, a number.
export function mentionIn(mentions: readonly Mention[], name: string, address: string, about = ''): Mention {
  const shown = `@${name}`;
  const isFree = (one: string) => mentions.every((each) => each.shown !== one || each.address === address);
  const more = [shown, ...(about === '' ? [] : [`${shown} (${about})`]), ...mentions.map((_, index) => `${shown} (${index + 2})`)];
  const free = more.find(isFree) ?? shown;
  return mentions.find((each) => each.shown === free) ?? { shown: free, address };
}

/// Whether what stands at this place of a text is code, an address or a link.
export function standsAsItIs(text: string, place: number): boolean {
  let start = 0;
  for (const { text: stretch, isCode } of stretchesOf(text)) {
    const at = place - start;
    if (at < stretch.length) {
      return isCode || [...stretch.matchAll(standing)].some(({ 0: piece, index }) => index <= at && at < index + piece.length);
    }
    start += stretch.length;
  }
  // What would be written at the end: in a fence that is still open, or on a line of code.
  return stretchesOf(`${text}x`).at(-1)?.isCode === true;
}

/// Neither a letter nor a digit before it, nor behind it.
const atStart = /(?<![\p{L}\p{N}\p{M}])/u;
const atEnd = /(?![\p{L}\p{N}\p{M}])/u;

const linkOf = ({ shown, address }: Mention) => `[${shown.replace(/[\\`*_[\]<]/g, '\\$&')}](${address})`;

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/// The text, with what `change` makes of each piece that the pattern finds outside of code; undefined leaves it.
function replaced(text: string, pattern: RegExp, change: (found: Partial<Record<string, string>>) => string | undefined): string {
  const turn = (piece: string, ...rest: unknown[]) => change(rest.at(-1) as Partial<Record<string, string>>) ?? piece;
  return stretchesOf(text)
    .map((stretch) => (stretch.isCode ? stretch.text : stretch.text.replace(pattern, turn)))
    .join('');
}
