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
    onKeyDownCapture: ({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent) => {
      isPlain.current = (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'v';
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

type Converter = typeof import('./convert.ts');
let converter: Converter | undefined;

/// What reads it comes with the first one. Until then the plain words stand there, and they stay without a connection, and for
/// whoever closes the field or goes on meanwhile.
async function paste(area: HTMLTextAreaElement, html: string, plain: string): Promise<void> {
  const { value, selectionStart: start, selectionEnd: end } = area;
  const formed = (by: Converter) => formOf(by, html, value.slice(0, start), value.slice(end)) ?? plain;
  if (converter) {
    typeOver(area, start, end, formed(converter));
    return;
  }
  typeOver(area, start, end, plain);
  const held = area.value;
  converter = await import('./convert.ts').catch(() => undefined);
  if (!converter || !area.isConnected || area.value !== held || document.activeElement !== area) return;
  typeOver(area, start, held.length - (value.length - end), formed(converter));
}

/// Nothing where nothing is left of it. What other programs write may be anything, and is worth more plain than not at all.
function formOf({ fitting, markdownOf }: Converter, html: string, before: string, after: string): string | undefined {
  try {
    return fitting(markdownOf(html), before, after) || undefined;
  } catch {
    return undefined;
  }
}
