import type { MarkdownNode, MarkdownTree } from '../../protocol/generated.ts';

/// The first page outside that a text links to, as the server finds it. Pure.
export function linkOutside(blocks: MarkdownTree, origin: string): string | undefined {
  for (const node of blocks) {
    const url = leadsOutside(node, origin) ? node.url : linkOutside(node.children ?? [], origin);
    if (url !== undefined) return url;
  }
  return undefined;
}

const leadsOutside = ({ type, url }: MarkdownNode, origin: string): boolean => type === 'link' && isPage(url) && new URL(url).origin !== origin;

/// What opens a page, and nothing else.
export function isPage(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
