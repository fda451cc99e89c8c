import { useEffect } from 'react';
import { fetchPostEditor } from '../features/posts/PostEditorHere.tsx';

const settled = 6000;

/// The menus of every page and what edits a post, once the page itself has long been there: pressed then, they open at
/// once, also when the network has gone meanwhile.
export function useMenusAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const menus = [import('./ProfileActions.tsx'), import('../features/notifications/NotificationsPanel.tsx'), import('../features/posts/PostActions.tsx'), import('../features/comments/CommentActions.tsx'), import('../features/reactions/ReactionPicker.tsx'), import('../features/groups/FollowChoices.tsx'), fetchPostEditor()];
      void Promise.allSettled(menus);
    }, settled);
    return () => {
      clearTimeout(timer);
    };
  }, []);
}
