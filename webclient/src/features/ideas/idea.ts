import type { Idea, IdeaStatus, LiveEvent, PostView } from '../../protocol/generated.ts';

/// An idea as a value: what becomes of the post that proposes it, for this viewer. Pure.

export type IdeaEvent = Extract<LiveEvent, { type: `idea.${string}` }>;

/// As they usually follow.
export const statuses: readonly IdeaStatus[] = ['heard', 'under_review', 'planned', 'done', 'declined'];

/// What usually comes next; whoever comes back to what has ended looks at it again.
export function after(status: IdeaStatus | undefined): IdeaStatus {
  switch (status) {
    case undefined:
      return 'heard';
    case 'heard':
      return 'under_review';
    case 'under_review':
      return 'planned';
    case 'planned':
      return 'done';
    case 'done':
    case 'declined':
      return 'under_review';
  }
}

/// Nobody votes for it any more, until somebody comes back to it.
export const isEnded = ({ status }: Idea): boolean => status === 'done' || status === 'declined';

export const ideaAfter = (view: PostView, event: IdeaEvent): PostView =>
  event.type === 'idea.wanted' ? withMine(view, event.data.wanted) : withIdea(view, event.data.idea);

/// From an answer or an event. An older version is ignored.
export const withIdea = (view: PostView, told: Idea): PostView =>
  told.version > (view.idea?.version ?? 0) ? { ...view, idea: told } : view;

/// What an own vote made of it.
export const withVoted = (view: PostView, told: Idea, wanted: boolean): PostView => withMine(withIdea(view, told), wanted);

/// An own vote between the press and the answer.
export function withWanted(view: PostView, wanted: boolean): PostView {
  const { idea, mine } = view;
  if (!idea || mine.wanted === wanted) return view;
  return withMine({ ...view, idea: { ...idea, votes: Math.max(0, idea.votes + (wanted ? 1 : -1)) } }, wanted);
}

/// The idea of a post that was read again, with the own vote that belongs to it; what came later is not undone.
export function reread(held: PostView, read: PostView): PostView {
  if (!held.idea || (read.idea && read.idea.version >= held.idea.version)) return read;
  return withMine({ ...read, idea: held.idea }, held.mine.wanted);
}

const withMine = (view: PostView, wanted: boolean): PostView =>
  view.mine.wanted === wanted ? view : { ...view, mine: { ...view.mine, wanted } };
