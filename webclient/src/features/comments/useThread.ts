import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { nextOf } from '../../live/pages.ts';
import type { Comment, CommentView, PostView } from '../../protocol/generated.ts';
import { readEarlier, readLast, type Size, threadQuery } from './queries.ts';
import { commentsIn, threadOf } from './thread.ts';

/// The comments of a post as far as they are here.
export interface Thread {
  /// Oldest first.
  comments: readonly CommentView[];
  pages: readonly { quoted: readonly Comment[] }[];
  /// How many come before these.
  earlier: number;
  isLoading: boolean;
  /// Why earlier ones did not come.
  error: unknown;
  /// More came than are shown.
  isBehind: boolean;
  loadEarlier: () => void;
  loadLast: () => void;
}

/// At first the last ones, which came with the post; more of the thread once somebody asks, or at once when `isWhole`.
export function useThread({ post, latest, thread: counted }: PostView, isWhole: boolean): Thread {
  const size: Size = isWhole ? 100 : 20;
  const [isAsked, setAsked] = useState(isWhole);
  const thread = useQuery({ ...threadQuery(post.id, size), enabled: isAsked });
  const further = useMutation({ mutationFn: () => readEarlier(post.id, size) });
  const data = isAsked ? thread.data : undefined;
  const comments = useMemo(() => (data ? commentsIn(data) : latest), [data, latest]);
  const all = data ? threadOf(data) : counted;
  const before = Math.max(0, all.comments - comments.length);
  return {
    comments,
    pages: data?.pages ?? none,
    earlier: !data ? before : nextOf(data) === undefined ? 0 : Math.max(1, before),
    isLoading: thread.isLoading || further.isPending,
    error: data ? further.error : thread.error,
    isBehind: data?.pages[0]?.isBehind === true,
    loadEarlier: () => {
      if (!isAsked) setAsked(true);
      else if (data) further.mutate();
      else void thread.refetch();
    },
    loadLast: () => void readLast(post.id, size),
  };
}

const none: Thread['pages'] = [];
