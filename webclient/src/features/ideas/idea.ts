import type { Idea, LiveEvent, PostView } from '../../protocol/generated.ts';

/// An idea as a value: what becomes of the post that proposes it, for this viewer. Pure.

export type IdeaEvent = Extract<LiveEvent, { type: `idea.${string}` }>;

export const ideaAfter = (view: PostView, event: IdeaEvent): PostView =>
  event.type === 'idea.wanted' ? withWanted(view, event.data.wanted) : withIdea(view, event.data.idea);

/// From an answer or an event. An older version is ignored.
export const withIdea = (view: PostView, told: Idea): PostView =>
  told.version > (view.idea?.version ?? 0) ? { ...view, idea: told } : view;

export const withWanted = (view: PostView, wanted: boolean): PostView =>
  view.mine.wanted === wanted ? view : { ...view, mine: { ...view.mine, wanted } };

/// The idea of a post that was read again, with the own vote that belongs to it; what came later is not undone.
export function reread(held: PostView, read: PostView): PostView {
  if (!held.idea || (read.idea && read.idea.version >= held.idea.version)) return read;
  return withWanted({ ...read, idea: held.idea }, held.mine.wanted);
}
