import { type Pages, withPages } from '../../live/pages.ts';
import { after } from '../../live/snapshot.ts';
import type { Comment, CommentId, CommentPage, CommentView, LiveEvent, PersonId, PostId, Thread } from '../../protocol/generated.ts';
import { reactableAfter } from '../reactions/held.ts';
import { holds, isLater, isTalk, newerThread, postOf, quotedAfter, renewed, type TalkEvent, withComment, withEach, without } from './comments.ts';

/// The comments of one post, page by page: the last ones come first, each page oldest first. Pure; `queries.ts` holds them.
export interface ThreadPage extends CommentPage {
  /// More came than this page takes: it is to be read again before it shows what is new.
  isBehind?: true;
}

export type ThreadPages = Pages<ThreadPage>;

/// What a page takes while somebody reads it.
const mostInPage = 300;

/// Decides whether a change reaches a page: an event does not when the page was read after it.
type Gate = (page: ThreadPage, change: (page: ThreadPage) => ThreadPage) => ThreadPage;
const open: Gate = (page, change) => change(page);

/// All that is loaded, oldest first.
export const commentsIn = ({ pages }: ThreadPages): CommentView[] => pages.toReversed().flatMap(({ items }) => items);

export const quotedIn = ({ pages }: ThreadPages): Comment[] => pages.flatMap(({ quoted }) => quoted);

export const threadOf = ({ pages }: ThreadPages): Thread => pages[0]?.thread ?? { comments: 0, version: 0 };

/// The thread of `post` after an event on one of its streams.
export function threadAfter(pages: ThreadPages, event: LiveEvent, post: PostId, me: PersonId | undefined): ThreadPages {
  if (!isTalk(event) || postOf(event) !== post) return pages;
  const gate: Gate = (page, change) => after(page, event, change);
  const told = 'thread' in event.data ? event.data.thread : undefined;
  const change = changeBy(pages, event, me);
  return changed(pages, gate, (page, index) => ({
    ...change(page, index),
    quoted: quotedAfter(page.quoted, event),
    thread: newerThread(page.thread, told),
  }));
}

/// An own comment that an answer brought.
export function withAnswered(pages: ThreadPages, comment: Comment, me: PersonId | undefined): ThreadPages {
  const isNew = !pages.pages.some(({ items }) => holds(items, comment.id));
  const insert = inserting(pages, comment, me);
  return changed(pages, open, (page, index) => ({
    ...insert(page, index),
    thread: isNew ? withMore(page.thread, 1) : page.thread,
  }));
}

/// One that is being deleted.
export function withTaken(pages: ThreadPages, id: CommentId): ThreadPages {
  const isHere = pages.pages.some(({ items }) => holds(items, id));
  return changed(pages, open, ({ items, thread }) => ({
    items: without(items, id),
    thread: isHere ? withMore(thread, -1) : thread,
  }));
}

export const withChanged = (pages: ThreadPages, id: CommentId, change: (view: CommentView) => CommentView): ThreadPages =>
  changed(pages, open, ({ items }) => ({ items: withEach(items, (view) => (view.comment.id === id ? change(view) : view)) }));

type Change = (page: ThreadPage, index: number) => Partial<ThreadPage>;

function changeBy(pages: ThreadPages, event: TalkEvent, me: PersonId | undefined): Change {
  switch (event.type) {
    // One that was missed and changed since is told by its change alone.
    case 'comment.created':
    case 'comment.edited':
      return inserting(pages, event.data.comment, me);
    case 'comment.deleted': {
      const { comment: id } = event.data;
      return ({ items }) => ({ items: without(items, id) });
    }
    case 'reactions.counted':
    case 'reaction.set': {
      const { comment: id } = event.data;
      return ({ items }) => ({ items: withEach(items, (view) => (view.comment.id === id ? reactableAfter(view, event) : view)) });
    }
    // Which comment answers, what was voted, who confirmed news, what became of an idea, and who comes, stands with the post.
    case 'question.changed':
    case 'poll.changed':
    case 'vote.set':
    case 'news.changed':
    case 'news.confirmed':
    case 'idea.changed':
    case 'idea.wanted':
    case 'event.changed':
    case 'attendance.set':
      return () => ({});
    default:
      event satisfies never;
      return () => ({});
  }
}

/// In its place on the first page that reaches back so far; one that belongs on a page not loaded yet stays there.
function inserting({ pages }: ThreadPages, comment: Comment, me: PersonId | undefined): Change {
  if (pages.some(({ items }) => holds(items, comment.id))) return ({ items }) => ({ items: renewed(items, comment) });
  const place = pages.findIndex((page) => reaches(page, comment));
  const isOwn = comment.author === me;
  return (page, index) => {
    if (index !== place) return {};
    return isOwn || takesMore(page) ? { items: withComment(page.items, comment, me) } : { isBehind: true };
  };
}

const takesMore = (page: ThreadPage) => page.isBehind !== true && page.items.length < mostInPage;

function reaches({ items: [first], next }: ThreadPage, comment: Comment): boolean {
  return next === undefined || (first !== undefined && isLater(comment, first.comment));
}

const withMore = (thread: Thread, more: number): Thread => ({ ...thread, comments: Math.max(0, thread.comments + more) });

/// Each page with what `change` says of it; the same pages when nothing differs.
function changed(list: ThreadPages, gate: Gate, change: Change): ThreadPages {
  return withPages(list, (page, index) =>
    gate(page, (before) => {
      const next: ThreadPage = { ...before, ...change(before, index) };
      return isSamePage(before, next) ? before : next;
    }),
  );
}

const isSamePage = (one: ThreadPage, other: ThreadPage) =>
  one.items === other.items && one.quoted === other.quoted && one.thread === other.thread && one.isBehind === other.isBehind;
