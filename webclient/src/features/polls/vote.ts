import { useMemo } from 'react';
import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { Poll, PostId, PostView } from '../../protocol/generated.ts';
import { Store, useStore } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { readViewSoon } from '../posts/reread.ts';
import { putVote } from './events.ts';
import { withWanted } from './poll.ts';

/// Own votes between the press and the answer; without options a vote is being taken back. One request at a time goes out
/// for a post: while it does, nothing else can be pressed.
const wanted = new Store<ReadonlyMap<PostId, readonly number[]>>(new Map());

whenLeaving(() => {
  wanted.set(new Map());
});

/// The post as this person wants it, and whether the server has yet to answer.
export function useWithOwn(view: PostView): { shown: PostView; isUnderway: boolean } {
  const options = useStore(wanted, (all) => all.get(view.post.id));
  const shown = useMemo(() => (options ? withWanted(view, options) : view), [view, options]);
  return { shown, isUnderway: options !== undefined };
}

/// Shows at once; what the server refuses stands as it was. False when it did not arrive.
export function castVote({ post, poll }: PostView, options: readonly number[], text: Catalogue): Promise<boolean> {
  return attempt(post.id, text, {
    options,
    vote: poll?.anonymous ? [] : options,
    request: () => api.castVote({ post: post.id, options: [...options] }),
    failed: text.polls.failed,
  });
}

/// With the way back.
export async function takeBack(view: PostView, text: Catalogue): Promise<void> {
  const { post, mine } = view;
  const isDone = await attempt(post.id, text, {
    options: [],
    vote: undefined,
    request: () => api.withdrawVote({ post: post.id }),
    failed: text.polls.takeBackFailed,
  });
  const before = mine.vote ?? [];
  if (isDone) say(text.polls.takenBack, { label: text.post.undo, run: () => void castVote(view, before, text) });
}

interface Act {
  options: readonly number[];
  /// The own vote once it is done.
  vote: readonly number[] | undefined;
  request: () => Promise<Poll>;
  failed: string;
}

async function attempt(post: PostId, text: Catalogue, { options, vote, request, failed }: Act): Promise<boolean> {
  if (wanted.get().has(post)) return false;
  wanted.update((all) => new Map(all).set(post, options));
  try {
    putVote(post, await request(), vote);
    return true;
  } catch (error) {
    // Closed, voted in before, or perhaps done after all: the card is to show why.
    if (hasCode(error, 'conflict') || isOutcomeUnknown(error)) readViewSoon(post);
    complain(`${failed} ${whyNot(error, text)}`);
    return false;
  } finally {
    wanted.update((all) => new Map([...all].filter(([each]) => each !== post)));
  }
}

function whyNot(error: unknown, { polls, errors }: Catalogue): string {
  if (hasCode(error, 'conflict')) return error.field === 'vote' ? polls.votedBefore : polls.closedMeanwhile;
  return errors[errorKey(error)];
}
