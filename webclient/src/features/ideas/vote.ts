import { useMemo } from 'react';
import { complain } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { lastPressed } from '../posts/lastPressed.ts';
import { readViewSoon } from '../posts/reread.ts';
import { withWanted } from './idea.ts';
import { putVote } from './put.ts';

/// Whether one wants it too.
const { usePressed, press } = lastPressed({
  ask: (post: PostId, isWanted: boolean) => (isWanted ? api.voteForIdea({ post }) : api.withdrawIdeaVote({ post })),
  put: putVote,
  giveBack,
});

/// Counted once, until the server counts it.
export function withOwn(view: PostView, own: boolean): PostView {
  const { idea, mine } = view;
  if (!idea || mine.wanted === own) return view;
  return withWanted({ ...view, idea: { ...idea, votes: Math.max(0, idea.votes + (own ? 1 : -1)) } }, own);
}

/// The post as it will be once the server has answered.
export function useWithOwn(view: PostView): PostView {
  const own = usePressed(view.post.id);
  return useMemo(() => (own === undefined ? view : withOwn(view, own)), [view, own]);
}

/// Shows at once; what the server refuses stands as it was. `view` is as it is shown.
export function toggleVote({ post: { id }, mine }: PostView, text: AllWords): void {
  press(id, !mine.wanted, text);
}

/// Decided on meanwhile, or perhaps done after all: the card is to show why.
function giveBack(post: PostId, isWanted: boolean, error: unknown, { ideas, errors }: AllWords): void {
  const hasEnded = hasCode(error, 'conflict');
  if (hasEnded || isOutcomeUnknown(error)) readViewSoon(post);
  complain(`${isWanted ? ideas.wantFailed : ideas.unwantFailed} ${hasEnded ? ideas.endedMeanwhile : errors[errorKey(error)]}`);
}
