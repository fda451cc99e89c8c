import { inLists } from '../posts/lists.ts';
import { applyToPosts } from '../posts/queries.ts';
import type { IdeaEvent } from './idea.ts';

export function applyIdeaEvent(event: IdeaEvent): void {
  applyToPosts(event);
  inLists((lists) => lists.apply(event));
}
