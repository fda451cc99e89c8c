import type { LiveEvent, Notification, PostId } from '../../protocol/generated.ts';
import { whenLeaving } from '../accounts/session.ts';
import { heldNotifications, readNotificationsSoon } from './notifications.ts';

/// That left, or of which something was deleted, while the list told of it. Who takes that back, or may read it where it went,
/// has it in the list again.
const gone = new Set<PostId>();

whenLeaving(() => {
  gone.clear();
});

/// Events tell ids only, or go to everyone who reads along: what they make of this person's list only the server knows.
export function applyToNotifications(event: LiveEvent): void {
  if (concerns(event)) readNotificationsSoon();
}

function concerns(event: LiveEvent): boolean {
  switch (event.type) {
    case 'notifications.changed':
    // What one reads, or wants to hear of.
    case 'access.changed':
    case 'group.joined':
    case 'group.left':
    case 'tab.followed':
    case 'tabs.changed':
      return true;
    case 'requests.changed':
      return holds(({ kind, group }) => kind === 'asked_to_join' && group === event.data.group);
    case 'post.edited':
      return holdsPost(event.data.post.id);
    case 'comment.edited':
      return holds(({ comment }) => comment === event.data.comment.id);
    case 'post.deleted':
    case 'post.moved':
    case 'comment.deleted':
      if (!holdsPost(event.data.post)) return false;
      gone.add(event.data.post);
      return true;
    case 'post.created':
      return comesBack(event.data.post.id, event.data.post.version);
    case 'comment.created':
      return comesBack(event.data.comment.post, event.data.comment.version);
    default:
      return false;
  }
}

const comesBack = (post: PostId, version: number): boolean => version > 1 && gone.has(post);

const holdsPost = (id: PostId): boolean => holds(({ post }) => post === id);

const holds = (isIt: (notification: Notification) => boolean): boolean => heldNotifications().some(isIt);
