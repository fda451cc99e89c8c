import type { Poll, PostId } from '../../protocol/generated.ts';
import { applyToPosts, changeView } from '../posts/queries.ts';
import { type PollEvent, withAnswered } from './poll.ts';
import { learnVersion } from './told.ts';

export function applyPollEvent(event: PollEvent): void {
  applyToPosts(event);
  if (event.type === 'poll.changed') learnVersion(event.data.post, event.data.poll.version);
}

/// What an own vote made of it, or its end: `vote` is what is left. The event that follows finds it there.
export function putVote(post: PostId, poll: Poll, vote: readonly number[] | undefined): void {
  changeView(post, (view) => withAnswered(view, poll, vote));
}

/// What another own act made of it.
export function putPoll(post: PostId, poll: Poll): void {
  changeView(post, (view) => withAnswered(view, poll, view.mine.vote));
}
