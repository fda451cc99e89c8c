import type { Idea, PostId, PostView } from '../../protocol/generated.ts';
import { inLists } from '../posts/lists.ts';
import { changeView } from '../posts/queries.ts';
import { withIdea, withWanted } from './idea.ts';

/// What an own act made of an idea. The event that follows finds it there.
export const putIdea = (post: PostId, idea: Idea): void => put(post, idea, (view) => withIdea(view, idea));

/// The same, when the act was a vote.
export const putVote = (post: PostId, idea: Idea, isWanted: boolean): void =>
  put(post, idea, (view) => withWanted(withIdea(view, idea), isWanted));

function put(post: PostId, idea: Idea, change: (view: PostView) => PostView): void {
  changeView(post, change);
  inLists((lists) => lists.put(post, { idea }));
}
