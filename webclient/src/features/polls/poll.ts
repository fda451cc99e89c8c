import type { LiveEvent, Poll, PollOption, PostView } from '../../protocol/generated.ts';

/// A poll as a value: what becomes of the post that asks it, for this viewer. Pure.

export type PollEvent = Extract<LiveEvent, { type: 'poll.changed' | 'vote.set' }>;

export const isClosed = ({ closed_at: at }: Poll): boolean => at !== undefined;

/// For which options of an anonymous poll nobody says, so none means here that one has voted.
export const hasVoted = ({ mine }: PostView): boolean => mine.vote !== undefined;

/// Whether this viewer has been told how it stands.
export const isTold = ({ options }: Poll): boolean => options.some(({ votes }) => votes !== undefined);

export function pollAfter(view: PostView, event: PollEvent): PostView {
  return event.type === 'vote.set' ? withVote(view, event.data.options) : withPoll(view, event.data.poll);
}

/// From an event, which says no more than who has not voted may know. Whoever sees how it stands keeps that as it is, until
/// the post has been read again: votes and voters are of one moment.
function withPoll(view: PostView, told: Poll): PostView {
  const { poll: held } = view;
  if (held && told.version <= held.version) return view;
  if (held && !isClosed(told) && hasVoted(view) && isTold(held)) return view;
  return { ...view, poll: told };
}

/// A vote from another device; without options it was taken back, and how it stands is no longer this person's to see.
function withVote(view: PostView, options: readonly number[]): PostView {
  if (options.length > 0) return withMine(view, options);
  const { poll } = view;
  return withMine(poll && isTold(poll) && !isClosed(poll) ? { ...view, poll: untold(poll) } : view, undefined);
}

/// What the server made of an own vote, or of its end: it says what this viewer may see. The event that follows finds it
/// there.
export function withAnswered(view: PostView, told: Poll, vote: readonly number[] | undefined): PostView {
  return withMine(!view.poll || told.version >= view.poll.version ? { ...view, poll: told } : view, vote);
}

/// An own vote between the press and the answer; without options it is being taken back.
export function withWanted(view: PostView, wanted: readonly number[]): PostView {
  const { poll, mine } = view;
  if (!poll) return view;
  const votes = (option: PollOption, at: number): PollOption =>
    option.votes === undefined ? option : { ...option, votes: option.votes + has(wanted, at) - has(mine.vote, at) };
  const voters = poll.voters === undefined ? {} : { voters: poll.voters + Number(wanted.length > 0) - Number(mine.vote !== undefined) };
  const next = { ...poll, ...voters, options: poll.options.map(votes) };
  if (wanted.length === 0) return withMine({ ...view, poll: untold(next) }, undefined);
  return withMine({ ...view, poll: next }, poll.anonymous ? [] : wanted);
}

/// The poll of a post that was read again, with the own vote that belongs to it; what came later is not undone. That one
/// voted anonymously no version tells, and it is final.
export function reread(held: PostView, read: PostView): PostView {
  if (!held.poll || (read.poll && read.poll.version >= held.poll.version)) {
    return held.poll?.anonymous && hasVoted(held) ? withMine(read, held.mine.vote) : read;
  }
  return withMine({ ...read, poll: held.poll }, held.mine.vote);
}

/// Only a read tells what this viewer may see: a poll of which nothing is known yet, or one in which they have voted, and
/// that has changed since, to the version `newest`.
export function lacksOutcome(view: PostView, newest: number): boolean {
  const { poll, post } = view;
  if (!poll) return post.kind === 'poll';
  if (poll.anonymous || isClosed(poll) || !hasVoted(view)) return false;
  return poll.version < newest || !isTold(poll);
}

function withMine(view: PostView, vote: readonly number[] | undefined): PostView {
  const mine = { ...view.mine };
  if (isSameVote(mine.vote, vote)) return view;
  if (vote === undefined) delete mine.vote;
  else mine.vote = [...vote];
  return { ...view, mine };
}

const isSameVote = (one: readonly number[] | undefined, other: readonly number[] | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.join() === other.join();

const untold = (poll: Poll): Poll => ({ ...poll, options: poll.options.map(({ text }) => ({ text })) });

const has = (vote: readonly number[] | undefined, option: number): number => Number(vote?.includes(option) ?? false);
