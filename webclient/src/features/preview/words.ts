import type { MarkdownNode, MarkdownTree } from '../../protocol/generated.ts';
import { folded, mostTopics, topicsIn } from '../topics/topic.ts';

/// The tree with each run of words as one node, and the topics in it as nodes of their own, as many as the server takes. Pure.
export const split = (tree: MarkdownTree): MarkdownTree => withTopics(tree, new Set(), false);

function withTopics(nodes: MarkdownTree, seen: Set<string>, isInLink: boolean): MarkdownTree {
  return joined(nodes).flatMap((node): MarkdownTree => {
    if (node.type === 'text') return isInLink ? [node] : pieces(node.text ?? '', seen);
    if (!node.children) return [node];
    return [{ ...node, children: withTopics(node.children, seen, isInLink || node.type === 'link') }];
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

function pieces(text: string, seen: Set<string>): MarkdownTree {
  const nodes: MarkdownNode[] = [];
  let at = 0;
  const say = (until: number) => {
    if (until > at) nodes.push({ type: 'text', text: text.slice(at, until) });
  };
  for (const { start, word } of topicsIn(text)) {
    const topic = folded(word);
    if (!seen.has(topic) && seen.size >= mostTopics) continue;
    seen.add(topic);
    say(start);
    at = start + 1 + word.length;
    nodes.push({ type: 'topic', text: text.slice(start, at), topic });
  }
  say(text.length);
  return nodes;
}
