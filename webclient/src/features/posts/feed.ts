import { type Pages, withPages } from '../../live/pages.ts';
import { after } from '../../live/snapshot.ts';
import type {
  GroupId,
  LiveEvent,
  Mark,
  PersonId,
  Post,
  PostAnswer,
  PostId,
  PostMoved,
  PostPage,
  PostView,
  QuestionList,
  Side,
  TabId,
} from '../../protocol/generated.ts';
import { isTalk, postOf, quotedAfter, type TalkEvent } from '../comments/comments.ts';
import { isBehind, isUnread, type Readings } from '../groups/readings.ts';
import { isConfidential } from '../questions/question.ts';
import { noReactions } from '../reactions/reactions.ts';
import { hasTopic } from '../topics/topic.ts';
import { reread, talkAfter } from './talk.ts';

/// Feeds as values: what a list of posts becomes when something happens. Pure; `queries.ts` holds them.

/// Which posts a feed shows.
export type Scope = NewsScope | { kind: 'bookmarks' } | { kind: 'questions'; list: QuestionList } | { kind: 'topic'; topic: string };

/// The feeds that new posts come to. A tab knows its group, so that all feeds of a group can leave together.
export type NewsScope = HomeScope | PlaceScope;

/// Newest first, unless one asks for what was talked about last; all posts, or those that speak for the work, or personal ones.
export type PlaceScope = ({ kind: 'group'; group: GroupId } | { kind: 'tab'; group: GroupId; tab: TabId }) & { order?: 'activity'; mark?: Mark };

/// Of the tabs that one follows: what is unread, or what has been read before; of everyone, or from one side.
export interface HomeScope {
  kind: 'home';
  part: 'unread' | 'read';
  side?: Side;
  mark?: Mark;
}

export const isByActivity = (scope: Scope): boolean => 'order' in scope;

/// Who looks, and how far they have read what they may see.
export interface Eyes {
  me: PersonId | undefined;
  readings: Readings;
}

export interface FeedPage extends PostPage {
  /// Newer posts came than this page takes, or one that it has would stand higher now: it is to be read again before it shows
  /// what is new.
  isBehind?: true;
  /// By activity: what went to another tab, and where it stood. When it is of this feed there too, it stands there again.
  left?: Left[];
}

interface Left {
  view: PostView;
  place: number;
}

export type Feed = Pages<FeedPage>;

/// What a page takes. Whoever lets more come than this asks for the newest, not for the oldest of the new.
const mostInPage = 200;

/// The word that it is elsewhere comes right behind the one that it left: few are ever awaited.
const mostLeft = 20;

/// Decides whether a change reaches a page: an event does not when the page was read after it.
type Gate = (page: FeedPage, change: (page: FeedPage) => FeedPage) => FeedPage;
const open: Gate = (page, change) => change(page);

/// The feed after an event on one of its streams.
export function feedAfter(feed: Feed, event: LiveEvent, scope: Scope, eyes: Eyes): Feed {
  const gate: Gate = (page, change) => after(page, event, change);
  switch (event.type) {
    case 'post.created':
      return withPost(feed, event.data.post, scope, eyes, gate, true);
    case 'post.edited':
      return withPost(feed, event.data.post, scope, eyes, gate);
    case 'post.deleted':
      return withoutPost(feed, event.data.post, gate);
    case 'post.moved':
      return withoutMoved(feed, event.data, scope, gate);
    case 'bookmark.set': {
      const { post, kept } = event.data;
      return withPages(feed, (page) => gate(page, (before) => pageWith(before, post, (view) => withKept(view, kept))));
    }
    default:
      return isTalk(event) ? talkedAbout(feed, event, scope, eyes, gate) : feed;
  }
}

/// What is there changes in place when it is older, and goes when it went to another place; what is new goes where its
/// moment belongs, when that part of the feed has been loaded. By activity, what others wrote moves nothing under its reader:
/// where it belongs is asked for at a word.
export function withPost(feed: Feed, post: Post, scope: Scope, eyes: Eyes, gate: Gate = open, isCreated = false): Feed {
  if (feed.pages.some((page) => holds(page, post.id))) {
    const change = stays(post, scope, eyes) ? renewed : withoutOlder;
    return withPages(feed, (page) => (holds(page, post.id) ? gate(page, (before) => change(before, post)) : page));
  }
  if (!belongs(post, scope, eyes)) return feed;
  if (feed.pages.some((page) => hasLeft(page, post.id))) {
    return withPages(feed, (page) => (hasLeft(page, post.id) ? gate(page, (before) => returned(before, post)) : page));
  }
  const lies = isByActivity(scope) ? isBelowActivity : isBelow;
  const place = feed.pages.findIndex((page) => reaches(page, post, lies));
  if (isByActivity(scope) && post.author !== eyes.me) {
    const isDue = place >= 0 || isCreated;
    return withPages(feed, (page, index) => (isDue && index === 0 ? gate(page, behind) : page));
  }
  return withPages(feed, (page, index) => (index === place ? gate(page, (before) => inserted(before, post, eyes.me, lies)) : page));
}

export function withoutPost(feed: Feed, id: PostId, gate: Gate = open): Feed {
  return withPages(feed, (page) =>
    holds(page, id)
      ? gate(page, (before) => ({ ...before, items: before.items.filter(({ post }) => post.id !== id) }))
      : page,
  );
}

/// One that is not in that place any more. Where it is meanwhile, or came back to, it stays.
function withoutMoved(feed: Feed, moved: PostMoved, scope: Scope, gate: Gate): Feed {
  if (!feed.pages.some(({ items }) => items.some(({ post }) => isMoved(post, moved)))) return feed;
  if (!isByActivity(scope)) return withoutPost(feed, moved.post, gate);
  return withPages(feed, (page) => (holds(page, moved.post) ? gate(page, (before) => leaving(before, moved.post)) : page));
}

/// Whether the post is what went from there.
export const isMoved = (post: Post, moved: PostMoved): boolean =>
  post.id === moved.post && post.tab === moved.tab && post.version <= moved.version;

/// One post with what stands below it, wherever it is held.
export function withView(feed: Feed, id: PostId, change: (view: PostView) => PostView): Feed {
  return withPages(feed, (page) => pageWith(page, id, change));
}

/// The post as it was read again, with the comments that the ones below it reply to.
export function withReread(feed: Feed, { view: read, quoted }: Pick<PostAnswer, 'view' | 'quoted'>): Feed {
  return withPages(feed, (page) => {
    const after = pageWith(page, read.post.id, (held) => reread(held, read));
    if (after === page) return page;
    const known = new Set(page.quoted.map(({ id }) => id));
    return { ...after, quoted: [...page.quoted, ...quoted.filter(({ id }) => !known.has(id))] };
  });
}

/// What a person can lose sight of.
export type Place = { group: GroupId } | { tab: TabId };

export function withoutPlace(feed: Feed, place: Place): Feed {
  return withPages(feed, (page) =>
    [...page.items, ...(page.left ?? []).map(({ view }) => view)].some(({ post }) => isIn(place, post))
      ? {
          ...page,
          items: page.items.filter(({ post }) => !isIn(place, post)),
          ...(page.left && { left: page.left.filter(({ view }) => !isIn(place, view.post)) }),
        }
      : page,
  );
}

/// A post, or a feed of one group or tab.
export const isIn = (place: Place, of: { group: GroupId; tab?: TabId }): boolean =>
  'tab' in place ? of.tab === place.tab : of.group === place.group;

export function answerAfter(answer: PostAnswer, event: LiveEvent, me: PersonId | undefined): PostAnswer {
  if (isTalk(event)) {
    return after(answer, event, (before) => {
      const view = postOf(event) === before.view.post.id ? talkAfter(before.view, event, me) : before.view;
      const quoted = quotedAfter(before.quoted, event);
      return view === before.view && quoted === before.quoted ? before : { ...before, view, quoted };
    });
  }
  if (event.type === 'bookmark.set') {
    const { post, kept } = event.data;
    return after(answer, event, (before) => {
      const view = post === before.view.post.id ? withKept(before.view, kept) : before.view;
      return view === before.view ? before : { ...before, view };
    });
  }
  if (event.type !== 'post.edited' && event.type !== 'post.created') return answer;
  return after(answer, event, (before) => answerWith(before, event.data.post));
}

export function answerWith(answer: PostAnswer, post: Post): PostAnswer {
  const view = newer(answer.view, post);
  return view === answer.view ? answer : { ...answer, view };
}

export const withKept = (view: PostView, kept: boolean): PostView =>
  view.mine.kept === kept ? view : { ...view, mine: { ...view.mine, kept } };

/// Newest first: by moment, then by id. Times on the wire all have one form, so they compare as text.
export const isNewer = (one: Post, other: Post): boolean =>
  one.published_at === other.published_at ? one.id > other.id : one.published_at > other.published_at;

const newer = (view: PostView, post: Post): PostView =>
  post.id === view.post.id && post.version > view.post.version ? { ...view, post } : view;

function talkedAbout(feed: Feed, event: TalkEvent, scope: Scope, { me }: Eyes, gate: Gate): Feed {
  const isRising = bringsUp(event, feed, scope, me);
  return withPages(feed, (page, index) =>
    gate(page, (before) => {
      const after = pageWith(before, postOf(event), (view) => talkAfter(view, event, me));
      const quoted = quotedAfter(before.quoted, event);
      const next = quoted === before.quoted ? after : { ...after, quoted };
      return isRising && index === 0 ? behind(next) : next;
    }),
  );
}

/// Whether a comment of somebody else brings its post to the top, where it does not stand yet. Nothing moves under its reader,
/// and whoever comments looks at it. Of a post that is not loaded it is not known how it is marked.
function bringsUp(event: TalkEvent, { pages }: Feed, scope: Scope, me: PersonId | undefined): boolean {
  if (event.type !== 'comment.created' || !isByActivity(scope)) return false;
  const { comment } = event.data;
  if (comment.author === me || pages[0]?.items[0]?.post.id === comment.post) return false;
  if (pages.some((page) => holds(page, comment.post))) return true;
  return 'group' in scope && scope.mark === undefined && isIn(scope.kind === 'tab' ? { tab: scope.tab } : { group: scope.group }, comment);
}

const behind = (page: FeedPage): FeedPage => (page.isBehind ? page : { ...page, isBehind: true });

/// The page with one post changed; the same page when it is not there.
export function pageWith(page: FeedPage, id: PostId, change: (view: PostView) => PostView): FeedPage {
  const place = page.items.findIndex(({ post }) => post.id === id);
  const held = page.items[place];
  const view = held && change(held);
  return view === undefined || view === held ? page : { ...page, items: page.items.with(place, view) };
}

const holds = (page: FeedPage, id: PostId) => page.items.some(({ post }) => post.id === id);

const hasLeft = ({ left = [] }: FeedPage, id: PostId) => left.some(({ view }) => view.post.id === id);

function leaving(page: FeedPage, id: PostId): FeedPage {
  const place = page.items.findIndex(({ post }) => post.id === id);
  const view = page.items[place];
  return view ? { ...page, items: page.items.toSpliced(place, 1), left: [...(page.left ?? []), { view, place }].slice(-mostLeft) } : page;
}

/// What stood below it stands there still, until that is read again.
function returned(page: FeedPage, post: Post): FeedPage {
  const { left = [] } = page;
  const back = left.find(({ view }) => view.post.id === post.id && view.post.version < post.version);
  return back ? { ...page, items: page.items.toSpliced(back.place, 0, { ...back.view, post }), left: left.filter((each) => each !== back) } : page;
}

function renewed(page: FeedPage, post: Post): FeedPage {
  const items = page.items.map((view) => newer(view, post));
  return items.some((view, index) => view !== page.items[index]) ? { ...page, items } : page;
}

function withoutOlder(page: FeedPage, { id, version }: Post): FeedPage {
  const items = page.items.filter(({ post }) => post.id !== id || post.version >= version);
  return items.length === page.items.length ? page : { ...page, items };
}

/// Whether a post that is shown stays there. What is read on Home meanwhile stays until one comes to Home again.
function stays(post: Post, scope: Scope, { readings }: Eyes): boolean {
  switch (scope.kind) {
    case 'bookmarks':
    case 'questions':
      return true;
    case 'topic':
      return hasTopic(post, scope.topic);
    case 'home':
      return readings.get(post.tab)?.following === 'followed' && isMarkedSo(post, scope);
    default:
      return isInScope(post, scope);
  }
}

const isMarkedSo = (post: Post, { mark }: NewsScope): boolean => mark === undefined || post.mark === mark;

const isInScope = (post: Post, scope: PlaceScope): boolean =>
  (scope.kind === 'group' ? post.group === scope.group : post.tab === scope.tab) && isMarkedSo(post, scope);

function belongs(post: Post, scope: Scope, eyes: Eyes): boolean {
  // In the order in which they were kept, or asked of somebody, which a post does not say: it comes when the list is read again.
  if (scope.kind === 'bookmarks' || scope.kind === 'questions') return false;
  if (isConfidential(post)) return false;
  if (scope.kind === 'topic') return hasTopic(post, scope.topic);
  if (scope.kind === 'home') return belongsOnHome(post, scope, eyes);
  return isInScope(post, scope);
}

/// An own post that came after what has been read waits for the unread ones around it.
function belongsOnHome(post: Post, scope: HomeScope, { me, readings }: Eyes): boolean {
  const { part, side } = scope;
  if (!isMarkedSo(post, scope)) return false;
  const reading = readings.get(post.tab);
  if (reading?.following !== 'followed' || (side !== undefined && post.side !== side)) return false;
  if (part === 'unread') return isUnread(post, readings, me);
  return isBehind(post, reading) || (post.author === me && reading.unread === 0);
}

/// What has been read leaves the unread part, once nobody looks at it any more.
export function withoutRead(feed: Feed, { me, readings }: Eyes): Feed {
  const stays = ({ post }: PostView) => isUnread(post, readings, me);
  return withPages(feed, (page) => (page.items.every(stays) ? page : { ...page, items: page.items.filter(stays) }));
}

/// Whether what stands there comes after a post that nobody has commented on.
type Lies = (view: PostView, post: Post) => boolean;
const isBelow: Lies = (view, post) => isNewer(post, view.post);
const isBelowActivity: Lies = ({ post: held, thread }, post) => isNewer(post, { ...held, published_at: latest(held.published_at, thread.active_at) });

const latest = (one: string, other = ''): string => (one > other ? one : other);

/// Each once, newest first, in whatever order they were shown.
export const newestFirst = (items: readonly PostView[]): PostView[] =>
  [...new Map(items.map((view) => [view.post.id, view])).values()].toSorted(({ post: one }, { post: other }) => (isNewer(one, other) ? -1 : 1));

function reaches(page: FeedPage, post: Post, lies: Lies): boolean {
  const oldest = page.items.at(-1);
  return page.next === undefined || (oldest !== undefined && lies(oldest, post));
}

/// A post says what all may see; what this viewer may do follows from being its author.
function inserted(page: FeedPage, post: Post, me: PersonId | undefined, lies: Lies): FeedPage {
  const isOwn = post.author === me;
  if (page.isBehind && !isOwn) return page;
  if (page.items.length >= mostInPage && !isOwn) return { ...page, isBehind: true };
  const view: PostView = {
    post,
    thread: { comments: 0, version: 0 },
    reactions: noReactions,
    latest: [],
    mine: { may_edit: isOwn, may_delete: isOwn, kept: false, confirmed: false, wanted: false },
  };
  const place = page.items.findIndex((each) => lies(each, post));
  return { ...page, items: place < 0 ? [...page.items, view] : page.items.toSpliced(place, 0, view) };
}
