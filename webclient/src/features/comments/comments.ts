import { noReactions } from '../reactions/reactions.ts';
import type { Comment, CommentId, CommentView, LiveEvent, PersonId, PostId, Thread } from '../../protocol/generated.ts';
import type { CalendarTold } from '../calendar/event.ts';
import type { IdeaEvent } from '../ideas/idea.ts';
import type { NewsEvent } from '../news/news.ts';
import type { PollEvent } from '../polls/poll.ts';
import type { QuestionEvent } from '../questions/question.ts';

/// Comments as values, in the order in which they came. Pure.

/// What happens below a post.
export type TalkEvent = CommentEvent | ReactionEvent | QuestionEvent | PollEvent | NewsEvent | IdeaEvent | CalendarTold;
export type CommentEvent = Extract<LiveEvent, { type: `comment.${string}` }>;
export type ReactionEvent = Extract<LiveEvent, { type: 'reactions.counted' | 'reaction.set' }>;

export const isTalk = (event: LiveEvent): event is TalkEvent =>
  event.type.startsWith('comment.') ||
  event.type === 'reactions.counted' ||
  event.type === 'reaction.set' ||
  event.type === 'question.changed' ||
  event.type === 'poll.changed' ||
  event.type === 'vote.set' ||
  event.type === 'news.changed' ||
  event.type === 'news.confirmed' ||
  event.type === 'idea.changed' ||
  event.type === 'idea.wanted' ||
  event.type === 'event.changed' ||
  event.type === 'attendance.set';

export const postOf = ({ data }: TalkEvent): PostId =>
  'post' in data ? data.post : data.comment.post;

/// By moment, then by id, as the server orders them.
export const isLater = (one: Comment, other: Comment): boolean =>
  one.published_at === other.published_at ? one.id > other.id : one.published_at > other.published_at;

export const holds = (items: readonly CommentView[], id: CommentId): boolean => items.some(({ comment }) => comment.id === id);

/// In its place, unless it is there already: then it changes when it is older.
export function withComment(items: CommentView[], comment: Comment, me: PersonId | undefined): CommentView[] {
  if (holds(items, comment.id)) return renewed(items, comment);
  const after = items.findLastIndex((each) => isLater(comment, each.comment));
  return items.toSpliced(after + 1, 0, viewOf(comment, me));
}

/// An older version is ignored.
export const renewed = (items: CommentView[], comment: Comment): CommentView[] =>
  withEach(items, (view) => (isRenewal(view.comment, comment) ? { ...view, comment } : view));

export const without = (items: CommentView[], id: CommentId): CommentView[] =>
  holds(items, id) ? items.filter(({ comment }) => comment.id !== id) : items;

/// The items with each changed; the same list when none does.
export function withEach<Item>(items: Item[], change: (item: Item) => Item): Item[] {
  const after = items.map(change);
  return after.some((item, index) => item !== items[index]) ? after : items;
}

export const newerThread = (held: Thread, told: Thread | undefined): Thread =>
  told !== undefined && told.version > held.version ? told : held;

/// Of comments that others reply to, after something happened to one of them.
export function quotedAfter(quoted: Comment[], event: LiveEvent): Comment[] {
  if (event.type === 'comment.edited') {
    const { comment } = event.data;
    return withEach(quoted, (held) => (isRenewal(held, comment) ? comment : held));
  }
  if (event.type === 'comment.deleted') {
    const { comment: id } = event.data;
    return quoted.some((held) => held.id === id) ? quoted.filter((held) => held.id !== id) : quoted;
  }
  return quoted;
}

const isRenewal = (held: Comment, comment: Comment) => held.id === comment.id && comment.version > held.version;

/// A comment says what all may see; what this viewer may do follows from being its author.
function viewOf(comment: Comment, me: PersonId | undefined): CommentView {
  const isOwn = comment.author === me;
  return { comment, reactions: noReactions, mine: { may_edit: isOwn, may_delete: isOwn } };
}
