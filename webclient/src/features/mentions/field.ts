/// What a text field has no simple way for: to put words in as if they were typed, and to tell where a letter stands.

/// In place of what stands between the two. The browser's own way keeps the way back (Ctrl+Z); where it has none the words
/// are just put there.
export function typeOver(area: HTMLTextAreaElement, start: number, end: number, words: string): void {
  area.focus();
  area.setSelectionRange(start, end);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else goes on the list of what can be undone
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, words)) return;
  area.setRangeText(words, start, end, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

const alike = [
  'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontStretch', 'fontFeatureSettings', 'letterSpacing', 'lineHeight',
  'wordSpacing', 'textIndent', 'textTransform', 'tabSize', 'overflowWrap', 'wordBreak', 'hyphens', 'padding',
] as const;

/// The place of the letter at `index` in the window, as high as its line: measured in a copy that wraps as the field does.
export function placeOf(area: HTMLTextAreaElement, index: number): DOMRect {
  const style = getComputedStyle(area);
  const copy = document.createElement('div');
  for (const property of alike) copy.style[property] = style[property];
  Object.assign(copy.style, { position: 'absolute', top: '0', left: '0', visibility: 'hidden', whiteSpace: 'pre-wrap', width: `${area.clientWidth}px` });
  const letter = document.createElement('span');
  letter.textContent = area.value.slice(index);
  copy.append(area.value.slice(0, index), letter);
  document.body.append(copy);
  const { offsetLeft, offsetTop } = letter;
  copy.remove();
  const { left, top } = area.getBoundingClientRect();
  const line = Number.parseFloat(style.lineHeight) || 0;
  return new DOMRect(left + area.clientLeft + offsetLeft - area.scrollLeft, top + area.clientTop + offsetTop - area.scrollTop, 0, line);
}
