import type { CommentId, PostId, ReactionCount, ReactionKind, Reactions } from '../../protocol/generated.ts';

/// The six reactions, and counts of them as values. Pure.

/// In the order in which they stand everywhere.
export const kinds: readonly ReactionKind[] = ['like', 'thanks', 'applause', 'care', 'insight', 'laugh'];

export const emojis: Record<ReactionKind, string> = {
  like: '👍',
  thanks: '🙏',
  applause: '👏',
  care: '❤️',
  insight: '💡',
  laugh: '😄',
};

/// What one reacts to: a post, or a comment below it.
export interface Subject {
  post: PostId;
  comment?: CommentId;
}

/// What the server said of it: how many chose what, and what this person chose.
export interface Held {
  reactions: Reactions;
  mine: ReactionKind | undefined;
}

export const noReactions: Reactions = { counts: [], version: 0 };

/// Counts that were made before what is held are ignored.
export const newerReactions = (held: Reactions, counted: Reactions): Reactions =>
  counted.version > held.version ? counted : held;

/// The counts after one person chose another, or nothing any more.
export function moved(counts: readonly ReactionCount[], from?: ReactionKind, to?: ReactionKind): ReactionCount[] {
  const change = (kind: ReactionKind) => Number(kind === to) - Number(kind === from);
  const before = (kind: ReactionKind) => counts.find((each) => each.kind === kind)?.count ?? 0;
  return kinds.map((kind) => ({ kind, count: before(kind) + change(kind) })).filter(({ count }) => count > 0);
}

export const totalOf = (counts: readonly ReactionCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);
