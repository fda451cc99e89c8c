import type { LiveEvent, MyPost, PostId, PostView } from '../../protocol/generated.ts';
import type { Place } from './feed.ts';

/// Lists of posts on pages of their own, such as the open questions of a department. What keeps them comes with their page,
/// not with the first one; from then on it hears what happens.
export interface PostLists {
  apply: (event: LiveEvent) => void;
  /// What an own act made of a post. The event that follows finds it there.
  put: (post: PostId, made: Made) => void;
  /// This person lost sight of a group or a tab, and of what stands there.
  forget: (place: Place) => void;
}

/// Of what is this person's own, only whether they come is a matter of lists.
export type Made = Pick<PostView, 'question' | 'idea' | 'event'> & { mine?: Pick<MyPost, 'attendance'> };

const joined: PostLists[] = [];

export const joinLists = (lists: PostLists): void => void joined.push(lists);

export const inLists = (act: (lists: PostLists) => void): void => joined.forEach(act);
