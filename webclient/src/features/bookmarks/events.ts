import type { LiveEvent } from '../../protocol/generated.ts';
import { applyToPosts, readBookmarksAfresh } from '../posts/queries.ts';

export type BookmarkEvent = Extract<LiveEvent, { type: `bookmark.${string}` }>;

/// From here, or from another device. Where a kept post belongs in the list only the server knows.
export function applyBookmarkEvent(event: BookmarkEvent): void {
  applyToPosts(event);
  if (event.data.kept) readBookmarksAfresh();
}
