import { makeLists } from './word.ts';

/// Makes of what other programs put on the clipboard the few elements that have a form in Plein. `body` belongs to a document of
/// its own, in which nothing runs.

const unseen =
  'script, style, title, meta, link, template, noscript, iframe, object, embed, svg, canvas, video, audio, button, select, textarea, [hidden]';
const blocks = 'p, div, ul, ol, table, blockquote, pre, hr, h1, h2, h3, h4, h5, h6';

export function tidy(body: HTMLElement): void {
  for (const each of body.querySelectorAll(unseen)) each.remove();
  for (const each of body.querySelectorAll('[style]')) if (/display:\s*none|mso-hide:\s*all/i.test(styleOf(each))) each.remove();
  for (const each of body.querySelectorAll('input')) if (!each.matches('li [type="checkbox"]')) each.remove();
  makeLists(body);
  for (const each of body.querySelectorAll('[role="heading"]')) renamed(each, `h${headingLevel(each)}`);
  asMarks(body);
  for (const each of body.querySelectorAll('img')) each.replaceWith(emojiOf(each));
  for (const each of body.querySelectorAll('a')) {
    if (isLink(each)) continue;
    if (isAnchor(each)) each.remove();
    else unwrap(each);
  }
  // The innermost first: what holds a table is none.
  for (const each of [...body.querySelectorAll('table')].reverse()) if (!isTable(each)) layOut(each);
  for (const each of body.querySelectorAll('caption')) each.closest('table')?.before(renamed(each, 'p'));
  for (const each of body.querySelectorAll('pre br')) each.replaceWith('\n');
  for (const each of body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, td, th) br')) each.replaceWith(' ');
  for (const each of body.querySelectorAll(':is(td, th) :is(p, div)')) {
    each.after(' ');
    unwrap(each);
  }
  withoutHardSpaces(body);
}

/// What is made here has it beside: a style that a program sets is one that the page's policy forbids.
const styleOf = (of: Element) => of.getAttribute('style') ?? of.getAttribute('data-style') ?? '';

function unwrap(of: Element): void {
  of.replaceWith(...of.childNodes);
}

function renamed(of: Element, name: string): Element {
  const other = of.ownerDocument.createElement(name);
  other.append(...of.childNodes);
  of.replaceWith(other);
  return other;
}

const headingLevel = (of: Element) => Math.min(6, Math.max(1, Number(of.getAttribute('aria-level')) || 2));

/// Bold, italic and struck, by name or by style, each once: what begins right behind one goes on with it.
const marks = [
  { name: 'strong', others: 'b', style: /font-weight:\s*(?:bold|[6-9]00)/i, without: /font-weight:\s*(?:normal|[1-5]00)/i },
  { name: 'em', others: 'i', style: /font-style:\s*(?:italic|oblique)/i, without: /font-style:\s*normal/i },
  { name: 'del', others: 's, strike', style: /text-decoration[^;]*line-through/i, without: /text-decoration:\s*none/i },
];

function asMarks(body: Element): void {
  for (const { name, others, style, without } of marks) {
    for (const each of body.querySelectorAll(others)) {
      const css = styleOf(each);
      renamed(each, name).setAttribute('data-style', css);
    }
    for (const each of body.querySelectorAll('span, font, em, strong, del')) {
      if (each.localName !== name && style.test(styleOf(each))) wrapInside(each, name);
    }
    for (const each of body.querySelectorAll(name)) {
      const isInBold = name === 'strong' && each.closest('h1, h2, h3, h4, h5, h6, th') !== null;
      const isNone = without.test(styleOf(each)) || each.querySelector(blocks) !== null;
      if (isInBold || isNone || each.parentElement?.closest(name)) unwrap(each);
    }
    for (const each of body.querySelectorAll(name)) {
      const before = each.previousSibling;
      if (!(before instanceof Element) || before.localName !== name) continue;
      before.append(...each.childNodes);
      each.remove();
    }
  }
}

function wrapInside(of: Element, name: string): void {
  const mark = of.ownerDocument.createElement(name);
  mark.append(...of.childNodes);
  of.append(mark);
}

/// Of pictures only the little ones that are words.
const emojiOf = (image: Element): string => {
  const words = image.getAttribute('alt') ?? '';
  return /^\p{Extended_Pictographic}/u.test(words) && words.length <= 12 ? words : '';
};

/// Who is named on a page of Plein, and a topic there, are written as words.
function isLink(link: Element): boolean {
  const url = link.getAttribute('href') ?? '';
  const words = link.textContent.trim();
  const isOfPlein = url.startsWith(`${location.origin}/`) && /^[@#]/.test(words);
  return /^(?:https?:\/\/|mailto:)./i.test(url) && words !== '' && !isOfPlein && link.querySelector(blocks) === null;
}

/// A sign beside a heading that leads to it.
const isAnchor = (link: Element) => /^#./.test(link.getAttribute('href') ?? '') && /^[#§¶🔗]?$/u.test(link.textContent.trim());

/// Several columns of plain cells. Others lay a page out.
function isTable(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')];
  const isLaidOut = table.getAttribute('role') === 'presentation' || table.querySelector('table, ul, ol, pre, blockquote, h1, h2, h3, h4, h5, h6') !== null;
  return !isLaidOut && rows.some((row) => row.children.length > 1);
}

function layOut(table: Element): void {
  const cells = [...table.querySelectorAll('td, th, caption')].filter((cell) => cell.closest('table') === table);
  table.replaceWith(...cells.map((cell) => renamed(cell, 'div')));
}

function withoutHardSpaces(body: Element): void {
  const words = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    if (node.nodeValue !== null) node.nodeValue = node.nodeValue.replace(/\u00A0/g, ' ').replace(/[\u00AD\u200B\uFEFF]/g, '');
  }
}
