import { type Pages, pagesQuery, readFirst, readFurther, type Source } from '../../live/pages.ts';
import { api } from '../../protocol/client.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { Comment, CommentView, LiveEvent, PostId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { learnPeople } from '../people/people.ts';
import { isIn, type Place } from '../posts/feed.ts';
import { changeView, readViewAfresh } from '../posts/queries.ts';
import { withAnswered as viewWithAnswered, withTaken as viewWithTaken } from '../posts/talk.ts';
import { commentsIn, threadAfter, type ThreadPage, type ThreadPages, withAnswered, withChanged, withTaken } from './thread.ts';

/// The threads that this page holds, and the one way to change them and what stands below posts in feeds.

/// How many at a time: a card in a feed loads few, a post's own page nearly always all.
export type Size = 20 | 100;

const threadKey = (post: PostId, size: Size) => ['comments', post, size] as const;

const threadSource = (post: PostId, size: Size): Source<ReturnType<typeof threadKey>, ThreadPage> => ({
  key: threadKey(post, size),
  read: async (before) => {
    const page = await api.listComments({ post, limit: size, ...(before === undefined ? {} : { before }) });
    learnPeople(page.people);
    return page;
  },
  change: (thread, event) => threadAfter(thread, event, post, myId()),
});

export const threadQuery = (post: PostId, size: Size) => pagesQuery(threadSource(post, size));
export const readEarlier = (post: PostId, size: Size): Promise<void> => readFurther(threadSource(post, size));
export const readLast = (post: PostId, size: Size): Promise<void> => readFirst(threadSource(post, size));

const myId = () => currentMe()?.person.id;

/// An event reaches every thread that is held, seen or not.
export function applyToThreads(event: LiveEvent): void {
  changeThreads((thread, post) => threadAfter(thread, event, post, myId()));
}

/// An own comment that an answer brought. The event that follows finds it there.
export function putComment(comment: Comment): void {
  const me = myId();
  changeView(comment.post, (view) => viewWithAnswered(view, comment, me));
  changeThreads((thread, post) => (post === comment.post ? withAnswered(thread, comment, me) : thread));
}

export function takeComment({ post: of, id }: Comment): void {
  changeView(of, (view) => viewWithTaken(view, id));
  changeThreads((thread, post) => (post === of ? withTaken(thread, id) : thread));
}

export function changeComment({ post: of, id }: Pick<Comment, 'post' | 'id'>, change: (view: CommentView) => CommentView): void {
  changeThreads((thread, post) => (post === of ? withChanged(thread, id, change) : thread));
}

/// What became of a comment is in doubt.
export async function readThreadAfresh(post: PostId): Promise<void> {
  await Promise.all([queries.invalidateQueries({ queryKey: ['comments', post] }), readViewAfresh(post)]);
}

/// As far as it is in view; without an answer it stays as it is, and what this person may not read any more leaves.
export async function readThread(post: PostId): Promise<void> {
  const queryKey = ['comments', post];
  await queries.invalidateQueries({ queryKey });
  for (const { queryKey: each, state } of queries.getQueryCache().findAll({ queryKey })) {
    if (hasCode(state.error, 'not_found')) queries.removeQueries({ queryKey: each, exact: true });
  }
}

export function forgetThread(post: PostId): void {
  queries.removeQueries({ queryKey: ['comments', post] });
}

/// Its post went to another place: what is in view stays until the server says whether this person may read it there.
export function readMovedThread(post: PostId): void {
  const queryKey = ['comments', post];
  queries.removeQueries({ queryKey, type: 'inactive' });
  void queries.invalidateQueries({ queryKey });
}

export function forgetThreadsOf(place: Place): void {
  for (const [queryKey, thread] of heldThreads()) {
    if (commentsIn(thread).some(({ comment }) => isIn(place, comment))) queries.removeQueries({ queryKey, exact: true });
  }
}

function changeThreads(change: (thread: ThreadPages, post: PostId) => ThreadPages): void {
  for (const [queryKey, thread] of heldThreads()) queries.setQueryData(queryKey, change(thread, queryKey[1]));
}

function heldThreads() {
  return queries
    .getQueriesData<Pages<ThreadPage>>({ queryKey: ['comments'] })
    .flatMap(([key, thread]) => (thread ? [[key as ReturnType<typeof threadKey>, thread] as const] : []));
}
