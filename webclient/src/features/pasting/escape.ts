/// Words that are not Markdown and would be read as such: those signs alone get a backslash, so that what somebody pasted still
/// reads well where they write. Pure.

const address = /((?:https?:\/\/|www\.)[^\s<]+)/;

/// What stands beside it on both sides makes it no mark: "2 * 3", "een_naam".
const isBetween = { '*': /^\s\s$/, _: /^(?:\s\s|[\p{L}\p{N}][\p{L}\p{N}])$/u };

/// Addresses stay as they are, except for what would begin a link in them.
export const escaped = (text: string): string =>
  text
    .split(address)
    .map((piece, index) => (index % 2 === 1 ? piece.replaceAll('[', '%5B') : atStart(withinWords(piece))))
    .join('');

/// Markdown in which these signs mean nothing: what has its backslash keeps it, and a backslash at the end hides nothing behind it.
export const without = (signs: string, markdown: string): string =>
  markdown.replace(/\\[^]|[^]/g, (piece) => (piece === '\\' || signs.includes(piece) ? `\\${piece}` : piece));

const withinWords = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/[*_]/g, (sign: string, at: number, all: string) => {
      const beside = `${all[at - 1] ?? ' '}${all[at + 1] ?? ' '}`;
      return isBetween[sign as '*' | '_'].test(beside) ? sign : `\\${sign}`;
    })
    .replace(/~/g, text.indexOf('~') < text.lastIndexOf('~') ? '\\~' : '~')
    // Only what is closed here, and is no link, is known to be none: the rest may stand in another piece.
    .replace(/\[(?![^[\]]*\][^([:])/g, '\\[')
    .replace(/^(\s*)\[(?=[ x]\])/i, '$1\\[')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');

const atStart = (text: string): string =>
  text
    .replace(/^(\s*)(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-{2,}\s*$)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)](?=\s|$))/, '$1\\$2');
