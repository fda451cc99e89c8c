import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { typeOver } from '../mentions/field.ts';
import { standsAsItIs } from '../mentions/source.ts';

/// What plain text has not. A page tells of every text that it is HTML: without any of this the browser pastes it as ever.
const isRich =
  /<(?:b|strong|i|em|s|strike|del|a|ul|ol|h[1-6]|blockquote|pre|code|table)[\s>]|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic|line-through|mso-list/i;

/// Longer than anything that would fit, with all that Word says besides: it is not read.
const mostLetters = 1_000_000;

/// Puts what is pasted with its form in as Markdown; in code, and with Ctrl+Shift+V, as plain text.
export function usePasting() {
  const isPlain = useRef(false);
  return {
    // Some browsers offer the form then, too.
    onKeyDownCapture: ({ shiftKey, key }: KeyboardEvent) => {
      isPlain.current = shiftKey && key.toLowerCase() === 'v';
    },
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const area = event.currentTarget;
      const html = event.clipboardData.getData('text/html');
      const isWanted = !isPlain.current && html.length <= mostLetters && isRich.test(html);
      isPlain.current = false;
      if (!isWanted || standsAsItIs(area.value, area.selectionStart)) return;
      event.preventDefault();
      void paste(area, html, event.clipboardData.getData('text/plain'));
    },
  };
}

/// What reads it comes with the first one; without a connection the plain words are better than nothing.
async function paste(area: HTMLTextAreaElement, html: string, plain: string): Promise<void> {
  const convert = await import('./convert.ts').catch(() => undefined);
  if (!area.isConnected) return;
  const { value, selectionStart: start, selectionEnd: end } = area;
  const words = convert?.fitting(convert.markdownOf(html), value.slice(0, start), value.slice(end));
  typeOver(area, start, end, words === undefined || words === '' ? plain : words);
}
