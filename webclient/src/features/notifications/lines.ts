import type { Group, GroupId, GroupView, Notification, NotificationList, PostId, ReadNotifications, Tab } from '../../protocol/generated.ts';
import { isIn, type Place } from '../posts/feed.ts';

/// What the list of notifications shows. Pure.

/// One notification with where it happened.
export interface Line {
  notification: Notification;
  group: Group;
  tab: Tab | undefined;
}

/// That this person has read up to a notification, before the list says so. Something that happens again keeps its id and
/// gets another moment, so the moment counts.
export interface Mark extends ReadNotifications {
  at: string;
}

/// What a notification leads to: a post, or a group itself.
export type Subject = { post: PostId } | { group: GroupId };

export const subjectOf = ({ post, group }: Notification): Subject => (post === undefined ? { group } : { post });

/// Newest first. What happened where this person reads no more, or not yet, is left out.
export function linesIn(items: readonly Notification[], groups: readonly GroupView[], marks: readonly Mark[]): Line[] {
  return items.flatMap((item) => {
    const view = groups.find(({ group }) => group.id === item.group);
    const tab = view?.tabs.find((each) => each.tab.id === item.tab)?.tab;
    if (!view || (item.tab !== undefined && !tab)) return [];
    const isRead = item.read || marks.some((mark) => covers(mark, item));
    return [{ notification: isRead === item.read ? item : { ...item, read: isRead }, group: view.group, tab }];
  });
}

/// What is unread among the lines, and beyond the last of them.
export function unreadIn({ items, unread }: NotificationList, lines: readonly Line[], marks: readonly Mark[]): number {
  const beyond = marks.some(isOfAll) ? 0 : unread - items.filter(({ read }) => !read).length;
  return beyond + lines.filter(({ notification }) => !notification.read).length;
}

/// The newest that is unread, of all or about one subject: up to there one has read when one opens it.
export const newestUnread = (lines: readonly Line[], subject?: Subject): Notification | undefined =>
  lines.find(({ notification }) => !notification.read && (!subject || isAbout(notification, subject)))?.notification;

export function withoutPlace(list: NotificationList, place: Place): NotificationList {
  const items = list.items.filter((item) => !isIn(place, item));
  const unread = list.unread - list.items.filter((item) => !item.read && isIn(place, item)).length;
  return items.length === list.items.length ? list : { ...list, items, unread };
}

function covers({ at, up_to: upTo, post, group }: Mark, item: Notification): boolean {
  if (item.at > at || (item.at === at && item.id > upTo)) return false;
  if (post !== undefined) return isAbout(item, { post });
  return group === undefined || isAbout(item, { group });
}

const isOfAll = ({ post, group }: Mark) => post === undefined && group === undefined;

const isAbout = (item: Notification, subject: Subject): boolean =>
  'post' in subject ? item.post === subject.post : item.post === undefined && item.group === subject.group;
