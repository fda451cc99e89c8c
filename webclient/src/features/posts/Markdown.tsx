import { defaultParseSearch, Link } from '@tanstack/react-router';
import { Square, SquareCheck } from 'lucide-react';
import { createContext, createElement, lazy, memo, type ReactNode, Suspense, use } from 'react';
import { useText } from '../../i18n/text.tsx';
import type { MarkdownNode, MarkdownTree, PostId } from '../../protocol/generated.ts';
import { Mention } from '../mentions/Mention.tsx';
import { Topic } from '../topics/Topic.tsx';
import styles from './Markdown.module.css';

const SharedPost = lazy(async () => ({ default: (await import('../sharing/SharedPost.tsx')).SharedPost }));

/// Draws the block tree of a post. Elements come from node types alone: no HTML string exists, so none can be injected.
export const Markdown = memo(function Markdown({ blocks }: { blocks: MarkdownTree }) {
  return <div className={styles.markdown}>{drawAll(blocks)}</div>;
});

/// What stands in one node, for who draws the node itself.
export const Inline = ({ of }: { of: MarkdownNode }): ReactNode => drawAll(of.children);

/// How deep the headings of a text stand in the page: below the title, where it has one.
export const Headings = createContext<'h3' | 'h4'>('h3');

const drawAll = (nodes: readonly MarkdownNode[] = []): ReactNode[] =>
  nodes.map((node, index) => <Node key={index} node={node} />);

function Node({ node }: { node: MarkdownNode }): ReactNode {
  const children = () => drawAll(node.children);
  switch (node.type) {
    case 'paragraph':
      return <Paragraph node={node} />;
    case 'heading':
      return <Heading node={node} />;
    case 'quote':
      return <blockquote>{children()}</blockquote>;
    case 'list':
      return node.start === undefined ? <ul>{children()}</ul> : <ol start={node.start}>{children()}</ol>;
    case 'item':
      return <Item node={node} />;
    case 'code_block':
      return <CodeBlock node={node} />;
    case 'rule':
      return <hr />;
    case 'table':
      return <Table node={node} />;
    case 'table_row':
      return <tr>{node.children?.map((cell, index) => <Cell key={index} node={cell} isHeader={node.header === true} />)}</tr>;
    case 'table_cell':
      return <td>{children()}</td>;
    case 'text':
      return node.text;
    case 'strong':
    case 'emphasis':
    case 'strike':
      return createElement({ strong: 'strong', emphasis: 'em', strike: 's' }[node.type], null, ...children());
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return <Reference node={node} />;
    case 'mention':
      return <Mention node={node} />;
    case 'topic':
      return <Topic node={node} />;
    case 'line_break':
      return <br />;
    default:
      // A kind of node from a newer server: its text is better than nothing.
      node.type satisfies never;
      return drawAll((node).children);
  }
}

/// A link to a post that stands alone is drawn as what it leads to.
function Paragraph({ node }: { node: MarkdownNode }) {
  const words = <p>{drawAll(node.children)}</p>;
  const post = postLinkedIn(node);
  if (post === undefined) return words;
  return (
    <div className={styles.shared}>
      <Suspense fallback={words}>
        <SharedPost post={post}>{words}</SharedPost>
      </Suspense>
    </div>
  );
}

/// One level for the outline of the page, the writer's for the eye.
function Heading({ node }: { node: MarkdownNode }) {
  return createElement(use(Headings), { 'data-level': node.level }, ...drawAll(node.children));
}

function Item({ node }: { node: MarkdownNode }) {
  const text = useText();
  if (node.checked === undefined) return <li>{drawAll(node.children)}</li>;
  const Box = node.checked ? SquareCheck : Square;
  return (
    <li className={styles.task}>
      <Box size={18} role="img" aria-label={node.checked ? text.post.done : text.post.notDone} />
      <div>{drawAll(node.children)}</div>
    </li>
  );
}

/// Wide code scrolls inside its own frame, by keyboard too.
function CodeBlock({ node }: { node: MarkdownNode }) {
  const text = useText();
  const language = node.language ?? '';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable
    <pre tabIndex={0} role="region" aria-label={text.post.codeBlock(language)} translate="no">
      <code>{node.text?.replace(/\n$/, '')}</code>
    </pre>
  );
}

function Table({ node }: { node: MarkdownNode }) {
  const text = useText();
  const rows = node.children ?? [];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable
    <div className={styles.table} tabIndex={0} role="region" aria-label={text.post.table}>
      <table>
        <thead>{drawAll(rows.filter((row) => row.header === true))}</thead>
        <tbody>{drawAll(rows.filter((row) => row.header !== true))}</tbody>
      </table>
    </div>
  );
}

const Cell = ({ node, isHeader }: { node: MarkdownNode; isHeader: boolean }) =>
  isHeader ? <th scope="col">{drawAll(node.children)}</th> : <td>{drawAll(node.children)}</td>;

/// A link into Plein stays in this window; any other opens beside it and learns nothing of where it was.
function Reference({ node }: { node: MarkdownNode }) {
  const children = drawAll(node.children);
  const inside = node.url === undefined ? undefined : placeInPlein(node.url);
  if (inside) return <Link {...inside}>{children}</Link>;
  return (
    <a href={node.url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function postLinkedIn({ children = [] }: MarkdownNode): PostId | undefined {
  const [link, ...others] = children;
  if (link?.type !== 'link' || link.url === undefined || others.length > 0 || !URL.canParse(link.url)) return undefined;
  const { origin, pathname, search } = new URL(link.url);
  const [, id] = /^\/p\/([1-9]\d{0,15})$/.exec(pathname) ?? [];
  return origin === location.origin && search === '' && id !== undefined ? Number(id) : undefined;
}

function placeInPlein(url: string) {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname, search } = new URL(url);
  return origin === location.origin ? { to: pathname, search: defaultParseSearch(search) } : undefined;
}
