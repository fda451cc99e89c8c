import type { RefObject } from 'react';
import { useText } from '../../i18n/text.tsx';
import { useCommand } from '../../state/commands.ts';
import { toggleKept } from '../bookmarks/keep.ts';
import { isArchived } from '../groups/groups.ts';
import { isConfidential } from '../questions/question.ts';
import { toggle } from '../reactions/react.ts';
import { heldView } from './queries.ts';
import { markUnreadFrom, mayBeUnread } from './unread.ts';

/// l likes the post where the focus is, b keeps it, u makes it unread from there, r puts the caret in its field; on a page
/// with one post, that one. `place` holds the posts, or is one.
export function usePostKeys(place: RefObject<HTMLElement | null>): void {
  const text = useText();
  useCommand('like', () => {
    const view = heldView(Number(postAt(place)?.dataset.post));
    if (!view || isArchived(view.post.group)) return false;
    toggle({ post: view.post.id }, 'like', { reactions: view.reactions, mine: view.mine.reaction });
    return true;
  });
  useCommand('keep', () => {
    const view = heldView(Number(postAt(place)?.dataset.post));
    if (!view || isConfidential(view.post)) return false;
    toggleKept(view, text);
    return true;
  });
  useCommand('unread', () => {
    const view = heldView(Number(postAt(place)?.dataset.post));
    if (!view || !mayBeUnread(view.post)) return false;
    void markUnreadFrom(view.post, text);
    return true;
  });
  useCommand('reply', () => {
    const field = postAt(place)?.querySelector<HTMLTextAreaElement>('[data-reply] textarea');
    field?.focus();
    return field !== null && field !== undefined;
  });
}

function postAt({ current: place }: RefObject<HTMLElement | null>): HTMLElement | null {
  if (place?.matches('[data-post]')) return place;
  const focused = document.activeElement?.closest<HTMLElement>('[data-post]');
  return focused && place?.contains(focused) ? focused : null;
}
