import { asPasted } from './trusted.ts';
import Turndown from 'turndown';
import { escaped, without } from './escape.ts';
import { asItem, asLink, asPre, asRow, asTable, mark } from './rules.ts';
import { tidy } from './tidy.ts';

/// What stands in other programs, as the Markdown that Plein knows. Loaded with the first paste that has a form.

const service = new Turndown({ headingStyle: 'atx', hr: '---', codeBlockStyle: 'fenced' });
service.escape = escaped;
service.addRule('bold', { filter: 'strong', replacement: mark('**') });
service.addRule('italic', { filter: 'em', replacement: mark('*') });
service.addRule('strike', { filter: 'del', replacement: mark('~~') });
service.addRule('item', { filter: 'li', replacement: asItem });
service.addRule('link', { filter: 'a', replacement: asLink });
service.addRule('pre', { filter: 'pre', replacement: asPre });
// Two ends of a line leave one empty.
service.addRule('end', { filter: 'br', replacement: (_content, node) => (node.previousSibling?.nodeName === 'BR' ? '\n\n' : '\n') });
// Most programs have a line in each; what is to be a paragraph has an empty line beside it.
service.addRule('line', { filter: 'div', replacement: (content) => `\n${content}\n` });
service.addRule('box', {
  filter: 'input',
  replacement: (_content, node) => ((node as Element).hasAttribute('checked') ? '[x] ' : '[ ] '),
});
service.addRule('cell', { filter: ['td', 'th'], replacement: (content) => ` ${without('|', content.trim().replace(/\s+/g, ' '))} |` });
service.addRule('row', { filter: 'tr', replacement: asRow });
service.addRule('part', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
service.addRule('table', { filter: 'table', replacement: asTable });

/// In a document of its own nothing of it runs, and nothing of it is fetched.
export function markdownOf(html: string): string {
  const { body } = new DOMParser().parseFromString(asPasted(html), 'text/html');
  tidy(body);
  return service.turndown(body).trim();
}

const beginsBlock = /^(?:#{1,6} |[-*+] |\d+[.)] |> |\||```|---)/;

/// So that a list or a heading does not go on the line that it is pasted into, nor what stands behind it on its own.
export function fitting(markdown: string, before: string, after: string): string {
  const isOnLine = /[^\n]$/.test(before);
  const isBlock = (line: string | undefined) => beginsBlock.test(line?.trimStart() ?? '');
  const lines = markdown.split('\n');
  const above = isOnLine && isBlock(lines[0]) ? '\n\n' : '';
  const below = /^[^\n]/.test(after) && isBlock(lines.at(-1)) ? '\n\n' : '';
  return markdown === '' ? '' : above + markdown + below;
}
