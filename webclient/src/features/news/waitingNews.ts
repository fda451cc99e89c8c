import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { LiveEvent, PostId, PostPage, PostView } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe, whenLeaving } from '../accounts/session.ts';
import { departmentsQuery } from '../departments/departments.ts';
import { learnPeople } from '../people/people.ts';
import { isIn, isMoved, pageWith, type Place } from '../posts/feed.ts';
import { answersFor, isWaiting, newsAfter, reasonsFor } from './news.ts';

/// News that waits for this person. What happens to one that is listed shows at once; which others wait, only the server
/// knows: then the list is read again.
export const waitingNewsQuery = queryOptions({
  queryKey: ['waiting news'],
  queryFn: async () => {
    const list = await readLive(() => api.listWaitingNews({}), waitingNewsAfter);
    learnPeople(list.people);
    return list;
  },
});

export function waitingNewsAfter(list: PostPage, event: LiveEvent): PostPage {
  switch (event.type) {
    // One that comes back, or from elsewhere, is created anew.
    case 'post.created':
    case 'post.edited': {
      const { post } = event.data;
      return after(list, event, (before) => pageWith(before, post.id, (view) => (post.version > view.post.version ? { ...view, post } : view)));
    }
    case 'post.deleted':
      return after(list, event, (before) => without(before, ({ post }) => post.id === event.data.post));
    case 'post.moved':
      return after(list, event, (before) => without(before, ({ post }) => isMoved(post, event.data)));
    case 'news.changed':
    case 'news.confirmed':
      return after(list, event, (before) => changed(before, event.data.post, (view) => newsAfter(view, event)));
    default:
      return list;
  }
}

/// An event reaches the list, also while nobody looks at it.
export function applyToWaitingNews(event: LiveEvent): void {
  const mayBring = brings(event);
  changeList((list) => waitingNewsAfter(list, event));
  if (mayBring) readSoon();
}

/// What an own act made of it. The event that follows finds it there.
export function changeWaitingNews(post: PostId, change: (view: PostView) => PostView): void {
  changeList((list) => changed(list, post, change));
}

/// This person lost sight of a group or a tab, and of the news in it. Whoever may still read some of it finds it in the
/// list again.
export function forgetWaitingNewsOf(place: Place): void {
  changeList((list) => without(list, ({ post }) => isIn(place, post)));
  readSoon();
}

/// Something may wait now that did not before, or no more because of what no item tells.
function brings(event: LiveEvent): boolean {
  const me = currentMe()?.person.id;
  switch (event.type) {
    case 'post.created':
      return event.data.post.kind === 'news' && event.data.post.author !== me;
    case 'access.changed':
    case 'group.joined':
    case 'tabs.changed':
    case 'tab.followed':
      return true;
    case 'department.changed': {
      const { department } = event.data;
      return answersFor(department, me) || held().some(({ news }) => news?.affects.some((each) => each.department === department.id));
    }
    default:
      return false;
  }
}

/// One for which nothing is left to do goes.
function changed(list: PostPage, post: PostId, change: (view: PostView) => PostView): PostPage {
  const me = currentMe()?.person.id;
  const departments = queries.getQueryData(departmentsQuery.queryKey)?.items ?? [];
  const next = pageWith(list, post, change);
  return next === list ? list : without(next, (view) => view.post.id === post && !isWaiting(reasonsFor(view, me, departments)));
}

const without = (list: PostPage, goes: (view: PostView) => boolean): PostPage =>
  list.items.some(goes) ? { ...list, items: list.items.filter((view) => !goes(view)) } : list;

/// Where one goes there is room for another.
function changeList(change: (list: PostPage) => PostPage): void {
  const before = held().length;
  queries.setQueryData(waitingNewsQuery.queryKey, (list) => list && change(list));
  if (held().length < before) readSoon();
}

const held = (): PostView[] => queries.getQueryData(waitingNewsQuery.queryKey)?.items ?? [];

/// Everyone who reads along asks, so not all at once; and many reasons in a moment are one request.
const spread = 2_000;
let timer: ReturnType<typeof setTimeout> | undefined;

whenLeaving(() => {
  clearTimeout(timer);
  timer = undefined;
});

function readSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    void queries.invalidateQueries({ queryKey: waitingNewsQuery.queryKey });
  }, spread * Math.random());
}
