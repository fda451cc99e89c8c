import { type AccountEvent, applyAccountEvent } from '../features/accounts/events.ts';
import { applyBookmarkEvent, type BookmarkEvent } from '../features/bookmarks/events.ts';
import type { CalendarTold } from '../features/calendar/event.ts';
import { applyCalendarEvent } from '../features/calendar/events.ts';
import type { CommentEvent, ReactionEvent } from '../features/comments/comments.ts';
import { applyCommentEvent } from '../features/comments/events.ts';
import { applyDepartmentEvent, type DepartmentEvent } from '../features/departments/events.ts';
import { applyDraftEvent, type DraftEvent } from '../features/drafts/drafts.ts';
import { applyGroupEvent, type Departures, type GroupEvent } from '../features/groups/events.ts';
import { applyHeldEvent, type HeldEvent } from '../features/held/events.ts';
import { applyIdeaEvent } from '../features/ideas/events.ts';
import type { IdeaEvent } from '../features/ideas/idea.ts';
import { applyNewsEvent } from '../features/news/events.ts';
import type { NewsEvent } from '../features/news/news.ts';
import { applyToWaitingNews } from '../features/news/waitingNews.ts';
import { applyToNotifications } from '../features/notifications/events.ts';
import { applyPersonEvent, type PersonEvent } from '../features/people/events.ts';
import { applyJoiningEvent, applyStanding, type JoiningEvent } from '../features/joining/events.ts';
import { applyPollEvent } from '../features/polls/events.ts';
import type { PollEvent } from '../features/polls/poll.ts';
import { applyPostEvent, type PostEvent } from '../features/posts/events.ts';
import { readConfidentialSoon } from '../features/questions/confidential.ts';
import { applyQuestionEvent } from '../features/questions/events.ts';
import type { QuestionEvent } from '../features/questions/question.ts';
import { applyReactionEvent } from '../features/reactions/events.ts';
import { applyScheduledEvent } from '../features/scheduled/scheduled.ts';
import type { LiveEvent } from '../protocol/generated.ts';

/// Gives an event to the feature whose it is. A new kind of event that no feature takes does not compile.
/// False for a kind that this version does not know: then what it concerns is to be read afresh.
export function dispatch(event: LiveEvent, departures: Departures): boolean {
  switch (event.type) {
    case 'post.created':
    case 'post.edited':
    case 'post.deleted':
    case 'post.moved':
    case 'redacted':
      applyPostEvent(event satisfies PostEvent);
      applyToNotifications(event);
      applyToWaitingNews(event);
      return true;
    case 'comment.created':
    case 'comment.edited':
    case 'comment.deleted':
      applyCommentEvent(event satisfies CommentEvent);
      applyToNotifications(event);
      return true;
    case 'question.changed':
      applyQuestionEvent(event satisfies QuestionEvent);
      return true;
    case 'desk.changed':
      readConfidentialSoon();
      return true;
    case 'poll.changed':
    case 'vote.set':
      applyPollEvent(event satisfies PollEvent);
      return true;
    case 'news.changed':
    case 'news.confirmed':
      applyNewsEvent(event satisfies NewsEvent);
      return true;
    case 'idea.changed':
    case 'idea.wanted':
      applyIdeaEvent(event satisfies IdeaEvent);
      return true;
    case 'event.changed':
    case 'attendance.set':
      applyCalendarEvent(event satisfies CalendarTold);
      return true;
    case 'reactions.counted':
    case 'reaction.set':
      applyReactionEvent(event satisfies ReactionEvent);
      return true;
    case 'bookmark.set':
      applyBookmarkEvent(event satisfies BookmarkEvent);
      return true;
    case 'notifications.changed':
      applyToNotifications(event);
      return true;
    case 'held.changed':
      applyHeldEvent(event satisfies HeldEvent);
      return true;
    case 'draft.changed':
      applyDraftEvent(event satisfies DraftEvent);
      return true;
    case 'scheduled.changed':
      applyScheduledEvent();
      return true;
    case 'member.added':
    case 'member.changed':
    case 'member.removed':
    case 'access.revoked':
    case 'access.changed':
    case 'group.changed':
    case 'group.archived':
    case 'tabs.changed':
    case 'tab.changed':
    case 'tab.removed':
    case 'emergency.opened':
    case 'tab.read':
    case 'tab.followed':
      applyGroupEvent(event satisfies GroupEvent, departures);
      applyToNotifications(event);
      applyToWaitingNews(event);
      return true;
    case 'person.changed':
    case 'people.changed':
      applyPersonEvent(event satisfies PersonEvent);
      return true;
    case 'department.changed':
    case 'service.changed':
    case 'service.removed':
    case 'holidays.changed':
      applyDepartmentEvent(event satisfies DepartmentEvent);
      applyToWaitingNews(event);
      return true;
    case 'group.joined':
    case 'group.left':
      applyGroupEvent(event satisfies GroupEvent, departures);
      applyStanding(event);
      applyToNotifications(event);
      applyToWaitingNews(event);
      return true;
    case 'requests.changed':
    case 'standing.changed':
      applyJoiningEvent(event satisfies JoiningEvent);
      applyToNotifications(event);
      return true;
    case 'session.started':
    case 'session.ended':
    case 'preferences.changed':
    case 'welcome.done':
      applyAccountEvent(event satisfies AccountEvent);
      return true;
    default:
      event satisfies never;
      return false;
  }
}
