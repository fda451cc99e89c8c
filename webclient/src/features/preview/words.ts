import type { MarkdownNode, MarkdownTree } from '../../protocol/generated.ts';
import { type Found, finderIn } from './topics.ts';

type Find = (text: string) => Found[];

/// The tree with each run of words as one node, and the topics in it as nodes of their own. Pure.
export const split = (tree: MarkdownTree, source: string): MarkdownTree => withTopics(tree, finderIn(source));

/// In a link, and in what stands within it, there are none.
const none: Find = () => [];

function withTopics(nodes: MarkdownTree, find: Find): MarkdownTree {
  return joined(nodes).flatMap((node): MarkdownTree => {
    if (node.type === 'text') return pieces(node.text ?? '', find);
    if (!node.children) return [node];
    return [{ ...node, children: withTopics(node.children, node.type === 'link' ? none : find) }];
  });
}

function joined(nodes: MarkdownTree): MarkdownTree {
  const done: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = done.at(-1);
    if (node.type === 'text' && last?.type === 'text') done[done.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    else done.push(node);
  }
  return done;
}

function pieces(text: string, find: Find): MarkdownTree {
  const nodes: MarkdownNode[] = [];
  let at = 0;
  const say = (until: number) => {
    if (until > at) nodes.push({ type: 'text', text: text.slice(at, until) });
  };
  for (const { start, word, topic } of find(text)) {
    say(start);
    at = start + 1 + word.length;
    nodes.push({ type: 'topic', text: text.slice(start, at), topic });
  }
  say(text.length);
  return nodes;
}
