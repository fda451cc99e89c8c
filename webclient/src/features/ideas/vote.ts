import { useMemo } from 'react';
import { complain } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewSoon } from '../posts/reread.ts';
import { withWanted } from './idea.ts';
import { putVote } from './put.ts';

/// What one wants too, or not any more, until the server has answered. One request at a time goes out for a post, and what
/// was pressed last is what is sent last.
const wanted = new Store<ReadonlyMap<PostId, boolean>>(new Map());

whenLeaving(() => {
  wanted.set(new Map());
});

/// Counted once, until the server counts it.
export function withOwn(view: PostView, own: boolean): PostView {
  const { idea, mine } = view;
  if (!idea || mine.wanted === own) return view;
  return withWanted({ ...view, idea: { ...idea, votes: Math.max(0, idea.votes + (own ? 1 : -1)) } }, own);
}

/// The post as it will be once the server has answered.
export function useWithOwn(view: PostView): PostView {
  const own = useStore(wanted, (all) => all.get(view.post.id));
  return useMemo(() => (own === undefined ? view : withOwn(view, own)), [view, own]);
}

/// Shows at once; what the server refuses stands as it was. `view` is as it is shown.
export function toggleVote({ post: { id }, mine }: PostView, text: AllWords): void {
  const isUnderway = wanted.get().has(id);
  want(id, !mine.wanted);
  if (!isUnderway) void send(id, !mine.wanted, text);
}

async function send(post: PostId, isWanted: boolean, text: AllWords): Promise<void> {
  const { idea, failure } = await requestTo(post, isWanted);
  const now = wanted.get().get(post);
  // Whoever left wants nothing any more.
  if (now === undefined) return;
  if (idea) putVote(post, idea, isWanted);
  if (now !== isWanted) return send(post, now, text);
  want(post, undefined);
  if (!idea) giveBack(post, isWanted, failure, text);
}

async function requestTo(post: PostId, isWanted: boolean) {
  try {
    return { idea: await (isWanted ? api.voteForIdea({ post }) : api.withdrawIdeaVote({ post })) };
  } catch (failure) {
    return { failure };
  }
}

/// Decided on meanwhile, or perhaps done after all: the card is to show why.
function giveBack(post: PostId, isWanted: boolean, error: unknown, { ideas, errors }: AllWords): void {
  const hasEnded = hasCode(error, 'conflict');
  if (hasEnded || isOutcomeUnknown(error)) readViewSoon(post);
  complain(`${isWanted ? ideas.wantFailed : ideas.unwantFailed} ${hasEnded ? ideas.endedMeanwhile : errors[errorKey(error)]}`);
}

function want(post: PostId, isWanted: boolean | undefined): void {
  wanted.update((all) => {
    const others = [...all].filter(([each]) => each !== post);
    return new Map(isWanted === undefined ? others : [...others, [post, isWanted]]);
  });
}
