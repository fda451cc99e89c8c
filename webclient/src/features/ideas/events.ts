import type { Idea, PostId } from '../../protocol/generated.ts';
import { applyToPosts, changeView } from '../posts/queries.ts';
import { type IdeaEvent, withIdea, withVoted } from './idea.ts';

export function applyIdeaEvent(event: IdeaEvent): void {
  applyToPosts(event);
}

/// What an own act made of it. The event that follows finds it there.
export function putIdea(post: PostId, idea: Idea): void {
  changeView(post, (view) => withIdea(view, idea));
}

export function putVote(post: PostId, idea: Idea, wanted: boolean): void {
  changeView(post, (view) => withVoted(view, idea, wanted));
}
