import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../src/features/posts/Markdown.tsx';
import type { MarkdownNode, MarkdownTree } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';

const words = (text: string): MarkdownNode => ({ type: 'text', text });
const paragraph = (...children: MarkdownNode[]): MarkdownNode => ({ type: 'paragraph', children });
const drawn = (blocks: MarkdownTree) => draw(<Markdown blocks={blocks} />);

describe('Markdown', () => {
  it('shows what looks like HTML as the text that it is', async () => {
    const { container } = await drawn([paragraph(words('<img src=x onerror=alert(1)>'))]);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
  });

  it('opens a link beside Plein and tells it nothing', async () => {
    await drawn([paragraph({ type: 'link', url: 'https://example.org/', children: [words('hier')] })]);
    const link = screen.getByRole('link', { name: 'hier' });
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('keeps a link into Plein in this window', async () => {
    await drawn([paragraph({ type: 'link', url: `${location.origin}/p/12`, children: [words('daar')] })]);
    const link = screen.getByRole('link', { name: 'daar' });
    expect(link.getAttribute('target')).toBeNull();
    expect(link.getAttribute('href')).toBe('/p/12');
  });

  it('draws ordered lists from their first number, and tasks with their state', async () => {
    const { container } = await drawn([
      { type: 'list', start: 3, children: [{ type: 'item', children: [paragraph(words('drie'))] }] },
      { type: 'list', children: [{ type: 'item', checked: true, children: [paragraph(words('klaar'))] }] },
    ]);
    expect(container.querySelector('ol')?.getAttribute('start')).toBe('3');
    expect(screen.getByRole('img', { name: 'gedaan' })).toBeTruthy();
  });

  it('is accessible with every kind of node', async () => {
    const cell = (text: string): MarkdownNode => ({ type: 'table_cell', children: [words(text)] });
    const { container } = await drawn([
      { type: 'heading', level: 4, children: [words('Kop')] },
      { type: 'quote', children: [paragraph({ type: 'emphasis', children: [words('citaat')] })] },
      { type: 'code_block', text: 'let x = 1;\n', language: 'js' },
      { type: 'rule' },
      {
        type: 'table',
        children: [
          { type: 'table_row', header: true, children: [cell('factuur'), cell('bedrag')] },
          { type: 'table_row', children: [cell('1187'), cell('4310')] },
        ],
      },
      paragraph(
        { type: 'strong', children: [words('vet')] },
        { type: 'line_break' },
        { type: 'strike', children: [words('weg')] },
        { type: 'code', text: 'x' },
      ),
    ]);
    expect(screen.getByRole('columnheader', { name: 'factuur' })).toBeTruthy();
    await expectAccessible(container);
  });
});
