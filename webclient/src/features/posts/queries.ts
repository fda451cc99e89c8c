import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { pagesQuery, readFirst, readFurther, type Source } from '../../live/pages.ts';
import { api } from '../../protocol/client.ts';
import type { LiveEvent, Post, PostId, PostPage } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { learnPeople } from '../people/people.ts';
import {
  answerAfter,
  answerWith,
  type Feed,
  feedAfter,
  type FeedPage,
  isIn,
  type Place,
  type Scope,
  withoutPlace,
  withoutPost,
  withPost,
} from './feed.ts';

/// The feeds and single posts that this page holds, and the one way to change them all.

const feedKey = (scope: Scope) => ['feed', scope] as const;

const feedSource = (scope: Scope): Source<ReturnType<typeof feedKey>, FeedPage> => ({
  key: feedKey(scope),
  read: async (before) => {
    const page = await requestPage(scope, before === undefined ? {} : { before });
    learnPeople(page.people);
    return page;
  },
  change: (feed, event) => feedAfter(feed, event, scope, currentMe()?.person.id),
});

export const feedQuery = (scope: Scope) => pagesQuery(feedSource(scope));
export const readOlder = (scope: Scope): Promise<void> => readFurther(feedSource(scope));
/// For whoever wants to see what is new when more came than the feed takes.
export const readNewest = (scope: Scope): Promise<void> => readFirst(feedSource(scope));

export const postQuery = (post: PostId) =>
  queryOptions({
    queryKey: ['post', post] as const,
    queryFn: async () => {
      const answer = await readLive(() => api.getPost({ post }), answerAfter);
      learnPeople(answer.people);
      return answer;
    },
  });

function requestPage(scope: Scope, from: { before?: string }): Promise<PostPage> {
  switch (scope.kind) {
    case 'home':
      return api.listHomePosts(from);
    case 'group':
      return api.listGroupPosts({ group: scope.group, ...from });
    case 'tab':
      return api.listPosts({ tab: scope.tab, ...from });
  }
}

/// An event reaches every feed and post that is held, seen or not.
export function applyToPosts(event: LiveEvent): void {
  const me = currentMe()?.person.id;
  changeFeeds((feed, scope) => feedAfter(feed, event, scope, me));
  for (const { queryKey } of heldPosts()) {
    queries.setQueryData(queryKey, (answer) => (answer ? answerAfter(answer, event) : answer));
  }
}

/// A post that an answer brought, or that comes back. The event that follows finds it there.
export function putPost(post: Post): void {
  const me = currentMe()?.person.id;
  changeFeeds((feed, scope) => withPost(feed, post, scope, me));
  queries.setQueryData(postQuery(post.id).queryKey, (answer) => (answer ? answerWith(answer, post) : answer));
}

export function takePost(id: PostId): void {
  changeFeeds((feed) => withoutPost(feed, id));
}

export function forgetPostsOf(place: Place): void {
  const isOf = (scope: Scope) => scope.kind !== 'home' && isIn(place, scope);
  queries.removeQueries({ predicate: ({ queryKey }) => isFeedKey(queryKey) && isOf(queryKey[1]) });
  changeFeeds((feed) => withoutPlace(feed, place));
  for (const { queryKey, answer } of heldPosts()) {
    if (answer && isIn(place, answer.view.post)) forgetPost(queryKey[1]);
  }
}

/// The post's page asks again and learns that it is not there (any more, or for this person).
export function forgetPost(id: PostId): void {
  void queries.resetQueries({ queryKey: postQuery(id).queryKey });
}

/// What became of a post is in doubt.
export function readPostsAfresh(): void {
  void queries.invalidateQueries({ queryKey: ['feed'] });
  void queries.invalidateQueries({ queryKey: ['post'] });
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
