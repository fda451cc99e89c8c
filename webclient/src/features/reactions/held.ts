import type { MyComment, MyPost, ReactionKind, Reactions } from '../../protocol/generated.ts';
import type { ReactionEvent } from '../comments/comments.ts';
import { newerReactions } from './reactions.ts';

/// A post or a comment that is held, after something about its reactions. Pure.
export interface Reactable {
  reactions: Reactions;
  mine: MyPost | MyComment;
}

export function reactableAfter<Of extends Reactable>(view: Of, event: ReactionEvent): Of {
  if (event.type === 'reaction.set') return withOwn(view, event.data.kind);
  const reactions = newerReactions(view.reactions, event.data.reactions);
  return reactions === view.reactions ? view : { ...view, reactions };
}

export function withOwn<Of extends Reactable>(view: Of, kind: ReactionKind | undefined): Of {
  if (view.mine.reaction === kind) return view;
  const mine = { ...view.mine };
  if (kind === undefined) delete mine.reaction;
  else mine.reaction = kind;
  return { ...view, mine };
}
