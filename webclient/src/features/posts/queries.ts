import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { pagesQuery, readFirst, readFurther, type Source } from '../../live/pages.ts';
import { api } from '../../protocol/client.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { CommentId, LiveEvent, ListHomePosts, Post, PostAnswer, PostId, PostPage, PostView, Reading, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { currentReadings } from '../groups/groups.ts';
import { isUnread } from '../groups/readings.ts';
import { learnPeople } from '../people/people.ts';
import { isConfidential } from '../questions/question.ts';
import {
  answerAfter,
  answerWith,
  type Eyes,
  type Feed,
  feedAfter,
  type FeedPage,
  type HomeScope,
  isIn,
  type Place,
  type PlaceScope,
  type Scope,
  withoutPlace,
  withoutPost,
  withoutRead,
  withPost,
  withReread,
  withView,
} from './feed.ts';
import { isFromBefore, tellsFromBefore } from './moves.ts';

/// The feeds and single posts that this page holds, and the one way to change them all.

/// `limits::page_items`
const mostAtOnce = 100;

/// So many of one tab are shown on Home.
export const mostOfATab = 10;

const feedKey = (scope: Scope) => ['feed', scope] as const;

const feedSource = (scope: Scope): Source<ReturnType<typeof feedKey>, FeedPage> => ({
  key: feedKey(scope),
  read: (before) => readPage(scope, before === undefined ? {} : { before }),
  readMuch: (before) => readPage(scope, { before, limit: mostAtOnce }),
  change: (feed, event) => feedAfter(feed, event, scope, currentEyes()),
});

export const feedQuery = (scope: Scope) => pagesQuery(feedSource(scope));
export const readOlder = (scope: Scope): Promise<void> => readFurther(feedSource(scope));
/// For whoever wants to see what is new when more came than the feed takes.
export const readNewest = (scope: Scope): Promise<void> => readFirst(feedSource(scope));

export const postQuery = (post: PostId) =>
  queryOptions({
    queryKey: ['post', post] as const,
    queryFn: async () => {
      const answer = await readLive(() => api.getPost({ post }), answerAsSeen);
      learnPeople(answer.people);
      return answer;
    },
  });

interface From {
  before?: string;
  limit?: number;
}

async function readPage(scope: Scope, from: From): Promise<PostPage> {
  const page = await requestPage(scope, from);
  learnPeople(page.people);
  return page;
}

function requestPage(scope: Scope, from: From): Promise<PostPage> {
  switch (scope.kind) {
    case 'home':
      return api.listHomePosts({ ...homeRequest(scope), ...from });
    case 'group':
      return api.listGroupPosts({ group: scope.group, ...lookOf(scope), ...from });
    case 'tab':
      return api.listPosts({ tab: scope.tab, ...lookOf(scope), ...from });
    case 'bookmarks':
      return api.listBookmarks(from);
    case 'questions':
      return api.listQuestions({ list: scope.list, ...from });
    case 'topic':
      return api.listTopicPosts({ topic: scope.topic, ...from });
  }
}

const lookOf = ({ order, mark }: Pick<PlaceScope, 'order' | 'mark'>) => ({
  ...(order === undefined ? {} : { order }),
  ...(mark === undefined ? {} : { mark }),
});

/// Of what is unread the newest of each tab, in one page for nearly everyone; the tab itself has the rest.
function homeRequest({ part, side, mark }: HomeScope): Omit<ListHomePosts, 'before'> {
  const from = { ...(side === undefined ? {} : { side }), ...(mark === undefined ? {} : { mark }) };
  return part === 'unread' ? { unread: true, per_tab: mostOfATab, limit: 100, ...from } : { unread: false, ...from };
}

function currentEyes(): Eyes {
  return { me: currentMe()?.person.id, readings: currentReadings() };
}

/// An event reaches every feed and post that is held, seen or not.
export function applyToPosts(event: LiveEvent): void {
  const eyes = currentEyes();
  if (!tellsFromBefore(event)) changeFeeds((feed, scope) => feedAfter(feed, event, scope, eyes));
  for (const { queryKey } of heldPosts()) {
    queries.setQueryData(queryKey, (answer) => (answer ? answerAsSeen(answer, event) : answer));
  }
}

const answerAsSeen = (answer: PostAnswer, event: LiveEvent) => answerAfter(answer, event, currentMe()?.person.id);

/// A post of this tab that came at this very moment, if one is held.
export function heldPostAt(tab: TabId, moment: string): Post | undefined {
  const isIt = ({ post }: PostView) => post.tab === tab && post.published_at === moment;
  const alone = heldPosts().flatMap(({ answer }) => (answer ? [answer.view] : []));
  return [...heldInFeeds(), ...alone].find(isIt)?.post;
}

/// A post with what stands below it, wherever it is held.
export function changeView(id: PostId, change: (view: PostView) => PostView): void {
  changeFeeds((feed) => withView(feed, id, change));
  queries.setQueryData(postQuery(id).queryKey, (answer) => (answer ? { ...answer, view: change(answer.view) } : answer));
}

/// A post that is held somewhere, as it is in one of the places.
export const heldView = (id: PostId): PostView | undefined => heldViews(id)[0];

/// The same, as it is in each of them.
export function heldViews(id: PostId): PostView[] {
  const alone = queries.getQueryData(postQuery(id).queryKey)?.view;
  return [...heldInFeeds().filter(({ post }) => post.id === id), ...(alone ? [alone] : [])];
}

/// Posts that show this comment as their answer.
export function heldWithAnswer(comment: CommentId): Set<PostId> {
  const alone = heldPosts().flatMap(({ answer }) => (answer ? [answer.view] : []));
  return new Set([...heldInFeeds(), ...alone].filter(({ answer }) => answer?.comment.id === comment).map(({ post }) => post.id));
}

const heldInFeeds = (): PostView[] =>
  queries
    .getQueriesData<Feed>({ queryKey: ['feed'] })
    .flatMap(([, feed]) => feed?.pages ?? [])
    .flatMap(({ items }) => items);

/// What stands below a post is in doubt: it is asked for, and shown wherever the post is held.
export async function readViewAfresh(post: PostId): Promise<void> {
  const answer = await readLive(() => api.getPost({ post }), answerAsSeen);
  learnPeople(answer.people);
  changeFeeds((feed) => withReread(feed, answer));
  queries.setQueryData(postQuery(post).queryKey, (held) => held && answer);
}

/// A post that an answer brought, or that comes back. The event that follows finds it there.
export function putPost(post: Post): void {
  if (isFromBefore(post)) return;
  const eyes = currentEyes();
  changeFeeds((feed, scope) => withPost(feed, post, scope, eyes));
  queries.setQueryData(postQuery(post.id).queryKey, (answer) => (answer ? answerWith(answer, post) : answer));
}

export function takePost(id: PostId): void {
  changeFeeds((feed) => withoutPost(feed, id));
}

export function forgetPostsOf(place: Place): void {
  const isOf = (scope: Scope) => 'group' in scope && isIn(place, scope);
  queries.removeQueries({ predicate: ({ queryKey }) => isFeedKey(queryKey) && isOf(queryKey[1]) });
  changeFeeds((feed) => withoutPlace(feed, place));
  for (const { queryKey, answer } of heldPosts()) {
    if (answer && isIn(place, answer.view.post)) forgetPost(queryKey[1]);
  }
}

export function forgetHomePostsOf(tab: TabId): void {
  changeFeeds((feed, scope) => (scope.kind === 'home' ? withoutPlace(feed, { tab }) : feed));
}

/// When one comes to Home: what has been read since the last time leaves what is unread; what was read before is more
/// than it was.
export function tidyHome(): void {
  const eyes = currentEyes();
  changeFeeds((feed, scope) => (isUnreadPart(scope) ? withoutRead(feed, eyes) : feed));
  queries.removeQueries({ predicate: ({ queryKey }) => isFeedKey(queryKey) && isReadPart(queryKey[1]) });
}

/// Which tabs are followed, or may be, has changed.
export function readHomeAfresh(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isFeedKey(queryKey) && queryKey[1].kind === 'home' });
}

/// Posts of these tabs are unread again: Home asks for them, unless all of them still stand there.
export function readUnreadAgain(readings: readonly Reading[]): void {
  const { me, readings: current } = currentEyes();
  const feed = queries.getQueryData(feedQuery({ kind: 'home', part: 'unread' }).queryKey);
  const unread = feed?.pages.flatMap(({ items }) => items).filter(({ post }) => isUnread(post, current, me)) ?? [];
  const isWhole = (reading: Reading) => unread.filter(({ post }) => post.tab === reading.tab).length >= reading.unread;
  if (!readings.every(isWhole)) readHomeAfresh();
}

/// Which tabs the person reads has changed: their posts come to, or go from, every list over several tabs.
export function readWideFeedsAfresh(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isFeedKey(queryKey) && queryKey[1].kind !== 'tab' });
  for (const kind of ['department posts', 'upcoming']) void queries.invalidateQueries({ queryKey: [kind] });
}

/// Something was kept, here or on another device, or a kept post comes back.
export function readBookmarksAfresh(): void {
  void queries.invalidateQueries({ queryKey: feedKey({ kind: 'bookmarks' }) });
}

const inQuestions = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => isFeedKey(queryKey) && queryKey[1].kind === 'questions' };

/// Questions came, or went to others: which ones stand in a list, only the server knows.
export const readQuestionsAfresh = (): void => void queries.invalidateQueries(inQuestions);

/// Some of them may be this person's no more: nothing of them stays.
export const resetQuestions = (): void => void queries.resetQueries(inQuestions);

/// Posts that only some may read, or of which it is not known, with a page of their own; whether somebody looks at it.
export const heldConfidential = (): { id: PostId; isActive: boolean }[] =>
  queries
    .getQueryCache()
    .findAll({ queryKey: ['post'] })
    .map((query) => ({ id: query.queryKey[1] as PostId, isActive: query.isActive() }))
    .filter(({ id }) => {
      const answer = queries.getQueryData(postQuery(id).queryKey);
      return answer === undefined || isConfidential(answer.view.post);
    });

/// What its page shows is read again. What this person may not read any more leaves at once, and its page says that it is
/// not there.
export async function readPost(id: PostId): Promise<void> {
  const { queryKey } = postQuery(id);
  // What was asked for before may not know of it.
  await queries.cancelQueries({ queryKey });
  await queries.invalidateQueries({ queryKey });
  const query = queries.getQueryCache().find({ queryKey });
  if (query && hasCode(query.state.error, 'not_found')) query.setState({ data: undefined });
}

const isUnreadPart = (scope: Scope) => scope.kind === 'home' && scope.part === 'unread';
const isReadPart = (scope: Scope) => scope.kind === 'home' && scope.part === 'read';

/// The post's page asks again and learns that it is not there (any more, or for this person).
export function forgetPost(id: PostId): void {
  void queries.resetQueries({ queryKey: postQuery(id).queryKey });
}

/// It went to another place, which this person may read or not. What is in view stays until the server says so.
export function readMovedPost(id: PostId): void {
  const { queryKey } = postQuery(id);
  queries.removeQueries({ queryKey, type: 'inactive' });
  void queries.invalidateQueries({ queryKey });
}

/// What became of a post is in doubt.
export function readPostsAfresh(): void {
  void queries.invalidateQueries({ queryKey: ['feed'] });
  void queries.invalidateQueries({ queryKey: ['post'] });
  void queries.invalidateQueries({ queryKey: ['pins'] });
}

function changeFeeds(change: (feed: Feed, scope: Scope) => Feed): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: ['feed'] })) {
    if (!isFeedKey(queryKey)) continue;
    const [, scope] = queryKey;
    queries.setQueryData<Feed>(queryKey, (feed) => (feed ? change(feed, scope) : feed));
  }
}

function heldPosts() {
  return queries
    .getQueryCache()
    .findAll({ queryKey: ['post'] })
    .map(({ queryKey }) => postQuery(queryKey[1] as PostId).queryKey)
    .map((queryKey) => ({ queryKey, answer: queries.getQueryData(queryKey) }));
}

const isFeedKey = (key: readonly unknown[]): key is ReturnType<typeof feedKey> => key[0] === 'feed';
