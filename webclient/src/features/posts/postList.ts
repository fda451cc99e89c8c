import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after } from '../../live/snapshot.ts';
import type { LiveEvent, PostId, PostPage, PostView } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { whenLeaving } from '../accounts/session.ts';
import { learnPeople } from '../people/people.ts';
import { isIn, isMoved, pageWith, type Place } from './feed.ts';
import { joinLists, type Made } from './lists.ts';

interface Kind<Which> {
  /// What the keys of these lists begin with; which one it is comes behind it, so that each is held by itself.
  key: readonly [string, ...string[]];
  read: (which: Which) => Promise<PostPage>;
  /// What an event says of a post, when it is one that concerns these lists.
  told: (event: LiveEvent) => { post: PostId; made: Made } | undefined;
  /// The post with that. An older version is ignored.
  withMade: (view: PostView, made: Made) => PostView;
  /// Of a post that is listed all is known; of others what the event says.
  belongs: (made: Made, which: Which) => boolean;
  /// Whether the posts still stand in their order, where that can be told from them.
  isOrdered?: (items: readonly PostView[], which: Which) => boolean;
}

/// Lists of posts, as far as this person may read them, such as the ideas for a department. What happens to one that is listed
/// shows at once; which others belong there, and in what order, only the server knows: then the list is read again.
export function postList<Which extends object>({ key, read, told, withMade, belongs, isOrdered = () => false }: Kind<Which>) {
  const query = (which: Which) =>
    queryOptions({
      queryKey: [...key, which] as const,
      queryFn: async () => {
        const page = await readLive(() => read(which), (list, event) => listAfter(list, event, which));
        learnPeople(page.people);
        return page;
      },
      // While nobody looked, posts may have come.
      staleTime: 0,
    });

  function listAfter(list: PostPage, event: LiveEvent, which: Which): PostPage {
    switch (event.type) {
      // One that comes back, or from elsewhere, is created anew.
      case 'post.created':
      case 'post.edited': {
        const { post } = event.data;
        return after(list, event, (before) =>
          pageWith(before, post.id, (view) => (post.version > view.post.version ? { ...view, post } : view)),
        );
      }
      case 'post.deleted':
        return after(list, event, (before) => without(before, ({ post }) => post.id === event.data.post));
      case 'post.moved':
        return after(list, event, (before) => without(before, ({ post }) => isMoved(post, event.data)));
      default: {
        const news = told(event);
        return news ? after(list, event, (before) => withChanged(before, news.post, news.made, which)) : list;
      }
    }
  }

  /// Whatever does not belong there any more goes.
  function withChanged(list: PostPage, post: PostId, made: Made, which: Which): PostPage {
    const changed = pageWith(list, post, (view) => withMade(view, made));
    return changed === list ? list : without(changed, (view) => view.post.id === post && !belongs(view, which));
  }

  const held = (type: 'all' | 'active' = 'all') =>
    queries
      .getQueriesData<PostPage>({ queryKey: key, type })
      .map(([queryKey, list]) => ({ queryKey, which: queryKey.at(-1) as Which, list }));

  function changeLists(change: (list: PostPage, which: Which) => PostPage): void {
    for (const { queryKey, which, list } of held()) if (list) queries.setQueryData(queryKey, change(list, which));
  }

  /// A list that somebody looks at, and to which it belongs, may lack it, or have it in another place than before. Others are
  /// read when somebody does.
  const isOutdated = (post: PostId, made: Made) =>
    held('active').some(({ which, list }) => {
      if (!belongs(made, which)) return false;
      const items = list?.items ?? [];
      return !items.some((view) => view.post.id === post) || !isOrdered(items, which);
    });

  let timer: ReturnType<typeof setTimeout> | undefined;
  whenLeaving(() => {
    clearTimeout(timer);
    timer = undefined;
  });
  const readSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: key });
    }, spread * Math.random());
  };

  joinLists({
    apply: (event) => {
      changeLists((list, which) => listAfter(list, event, which));
      const news = told(event);
      if (news && isOutdated(news.post, news.made)) readSoon();
    },
    put: (post, made) => changeLists((list, which) => withChanged(list, post, made, which)),
    forget: (place: Place) => changeLists((list) => without(list, ({ post }) => isIn(place, post))),
  });
  return query;
}

/// Everyone who looks at the list asks, so not all at once.
const spread = 1_000;

const without = (list: PostPage, goes: (view: PostView) => boolean): PostPage =>
  list.items.some(goes) ? { ...list, items: list.items.filter((view) => !goes(view)) } : list;
