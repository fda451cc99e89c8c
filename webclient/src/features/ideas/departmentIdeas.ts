import { api } from '../../protocol/client.ts';
import type { ListIdeas, PostView } from '../../protocol/generated.ts';
import { postList } from '../posts/postList.ts';
import { withIdea } from './idea.ts';
import { isEnded } from './status.ts';

/// The ideas for a department that this person may read: those that are done or declined, the last decided first, or the
/// others, the one with the most votes first.
export const departmentIdeasQuery = postList<ListIdeas>({
  key: ['department posts', 'ideas'],
  read: (which) => api.listIdeas(which),
  told: (event) => (event.type === 'idea.changed' ? { post: event.data.post, made: { idea: event.data.idea } } : undefined),
  withMade: (view, { idea }) => (idea ? withIdea(view, idea) : view),
  belongs: ({ idea }, { department, ended }) => idea?.department === department && isEnded(idea) === ended,
  isOrdered: (items, { ended }) => isFalling(items.map(ended ? decidedAt : votesOf)),
});

const votesOf = ({ idea }: PostView): number => idea?.votes ?? 0;

const decidedAt = ({ idea }: PostView): number => Date.parse(idea?.steps.at(-1)?.at ?? '');

const isFalling = (values: readonly number[]): boolean => values.every((value, at) => value <= (values[at - 1] ?? Infinity));
