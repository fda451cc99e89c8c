import type { Comment, CommentId, CommentView, PersonId, PostView, ReactionKind } from '../../protocol/generated.ts';
import { eventAfter, reread as rereadEvent } from '../calendar/event.ts';
import { holds, isLater, newerThread, renewed, type TalkEvent, withComment, withEach, without } from '../comments/comments.ts';
import { ideaAfter, reread as rereadIdea } from '../ideas/idea.ts';
import { newsAfter, reread as rereadNews } from '../news/news.ts';
import { pollAfter, reread as rereadPoll } from '../polls/poll.ts';
import { newerQuestion, withAnswer, withQuestion } from '../questions/question.ts';
import { type Reactable, reactableAfter, withOwn } from '../reactions/held.ts';
import { newerReactions } from '../reactions/reactions.ts';

/// What stands below a post in a feed: its last comments, how many there are, and the reactions; of a question what became
/// of it, and its answer; of a poll how it stands; of news who did what it asks; of an idea who wants it too, and how far
/// it has come; of an event when it is, and who comes. Pure.

/// So many are held of those that came while the feed was open; the thread itself has the rest.
const mostLatest = 20;
/// `limits::latest_comments`: what a page that is read shows.
const latestOfAPage = 2;

export function talkAfter(view: PostView, event: TalkEvent, me: PersonId | undefined): PostView {
  switch (event.type) {
    // One that was missed and changed since is told by its change alone.
    case 'comment.created':
    case 'comment.edited':
      return withThread(withLatest(view, event.data.comment, me), event.data.thread);
    case 'comment.deleted':
      return withThread(withoutLatest(view, event.data.comment), event.data.thread);
    case 'reactions.counted':
    case 'reaction.set':
      return ofSubject(view, event.data.comment, (each) => reactableAfter(each, event));
    case 'question.changed':
      return withQuestion(view, event.data.question);
    case 'poll.changed':
    case 'vote.set':
      return pollAfter(view, event);
    case 'news.changed':
    case 'news.confirmed':
      return newsAfter(view, event);
    case 'idea.changed':
    case 'idea.wanted':
      return ideaAfter(view, event);
    case 'event.changed':
    case 'attendance.set':
      return eventAfter(view, event);
    default:
      event satisfies never;
      return view;
  }
}

/// An own comment that an answer brought. Its event has the thread as it is then.
export function withAnswered(view: PostView, comment: Comment, me: PersonId | undefined): PostView {
  const after = withLatest(view, comment, me);
  const isNew = holds(after.latest, comment.id) && !holds(view.latest, comment.id);
  return isNew ? withMore(after, 1) : after;
}

/// One that is being deleted. Its event has the thread as it is then.
export const withTaken = (view: PostView, comment: CommentId): PostView => withMore(withoutLatest(view, comment), -1);

export const withOwnReaction = (view: PostView, comment: CommentId | undefined, kind: ReactionKind | undefined): PostView =>
  ofSubject(view, comment, (each) => withOwn(each, kind));

/// The view as it was read again; what happened meanwhile to one that is held is not undone.
export function reread(held: PostView, read: PostView): PostView {
  const isOlder = read.thread.version < held.thread.version;
  const question = newerQuestion(held.question, read.question);
  const { answer, ...rest } = rereadEvent(held, rereadIdea(held, rereadNews(held, rereadPoll(held, read))));
  const answers = isOlder ? [held.answer, answer] : [answer, held.answer];
  const view: PostView = {
    ...rest,
    post: read.post.version > held.post.version ? read.post : held.post,
    reactions: newerReactions(held.reactions, read.reactions),
    thread: newerThread(held.thread, read.thread),
    latest: isOlder ? held.latest : read.latest,
    ...(question && { question }),
  };
  return withAnswer(view, answers.filter((each) => each !== undefined));
}

/// Fewer comments are held than a page that is read would show.
export const isShort = ({ latest, thread }: PostView): boolean => latest.length < Math.min(latestOfAPage, thread.comments);

/// What comes before all that is held belongs there only when that is the whole thread.
function withLatest(view: PostView, comment: Comment, me: PersonId | undefined): PostView {
  const [first] = view.latest;
  const isWhole = view.thread.comments <= view.latest.length;
  const isPlace = first === undefined || isWhole || isLater(comment, first.comment);
  const latest = isPlace ? withComment(view.latest, comment, me) : renewed(view.latest, comment);
  const after = inAnswer(view, (answer) => renewed(answer, comment));
  return withAnswer(latest === view.latest ? after : { ...after, latest: latest.slice(-mostLatest) });
}

function withoutLatest(view: PostView, comment: CommentId): PostView {
  const latest = without(view.latest, comment);
  const after = inAnswer(view, (answer) => without(answer, comment));
  return latest === view.latest ? after : { ...after, latest };
}

/// The answer changed as the comments are: it is one of them, and may stand further back than the latest.
function inAnswer(view: PostView, change: (answer: CommentView[]) => CommentView[]): PostView {
  if (!view.answer) return view;
  const { answer, ...rest } = view;
  const [after] = change([answer]);
  if (after === answer) return view;
  return after ? { ...rest, answer: after } : rest;
}

function withThread(view: PostView, told: PostView['thread']): PostView {
  const thread = newerThread(view.thread, told);
  return thread === view.thread ? view : { ...view, thread };
}

const withMore = (view: PostView, more: number): PostView => ({
  ...view,
  thread: { ...view.thread, comments: Math.max(0, view.thread.comments + more) },
});

function ofSubject(view: PostView, comment: CommentId | undefined, change: <Of extends Reactable>(of: Of) => Of): PostView {
  if (comment === undefined) return change(view);
  const ofIt = (each: CommentView) => (each.comment.id === comment ? change(each) : each);
  const latest = withEach(view.latest, ofIt);
  const after = inAnswer(view, (answer) => withEach(answer, ofIt));
  return latest === view.latest ? after : { ...after, latest };
}
