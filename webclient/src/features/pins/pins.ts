import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { after, type Snapshot } from '../../live/snapshot.ts';
import { api } from '../../protocol/client.ts';
import type { LiveEvent, Post, PostId, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';
import { isIn, type Place } from '../posts/feed.ts';

/// The pinned posts of tabs: what stands on top of each, whichever of its posts the feed has loaded.
export interface Pins extends Snapshot {
  /// The last one that was pinned first.
  posts: Post[];
}

export const pinsQuery = (tab: TabId) =>
  queryOptions({
    queryKey: ['pins', tab] as const,
    queryFn: () =>
      readLive(
        async (): Promise<Pins> => {
          const { items, people, cursors } = await api.listPinnedPosts({ tab });
          learnPeople(people);
          return { posts: items.map(({ post }) => post), cursors };
        },
        (pins, event) => pinsAfter(pins, event, tab),
      ),
  });

/// That a post is pinned, or is no longer, comes as a change of the post.
export function pinsAfter(pins: Pins, event: LiveEvent, tab: TabId): Pins {
  switch (event.type) {
    case 'post.created':
    case 'post.edited':
      return after(pins, event, (before) => pinsWith(before, event.data.post, tab));
    case 'post.deleted':
      return after(pins, event, (before) => pinsWithout(before, event.data.post));
    case 'post.moved':
      if (event.data.tab !== tab) return pins;
      return after(pins, event, (before) => pinsWithout(before, event.data.post, event.data.version));
    default:
      return pins;
  }
}

/// An older version than the one that is held changes nothing.
export function pinsWith(pins: Pins, post: Post, tab: TabId): Pins {
  if (post.tab !== tab) return pinsWithout(pins, post.id, post.version);
  const held = pins.posts.find(({ id }) => id === post.id);
  if (held && held.version >= post.version) return pins;
  if (post.pinned_at === undefined) return pinsWithout(pins, post.id);
  const others = pins.posts.filter(({ id }) => id !== post.id);
  return { ...pins, posts: [...others, post].toSorted(lastPinnedFirst) };
}

/// Without that post, as it was up to a version: one that came back is newer.
function pinsWithout(pins: Pins, post: PostId, upTo = Infinity): Pins {
  const posts = pins.posts.filter(({ id, version }) => id !== post || version > upTo);
  return posts.length === pins.posts.length ? pins : { ...pins, posts };
}

/// Times on the wire all have one form, so they compare as text.
const lastPinnedFirst = ({ pinned_at: one = '' }: Post, { pinned_at: other = '' }: Post) =>
  one === other ? 0 : one > other ? -1 : 1;

export function applyToPins(event: LiveEvent): void {
  changePins((pins, tab) => pinsAfter(pins, event, tab));
}

/// A post that an answer brought. The event that follows finds it there.
export function putPinned(post: Post): void {
  changePins((pins, tab) => pinsWith(pins, post, tab));
}

/// One that is being deleted.
export function takePinned(post: PostId): void {
  changePins((pins) => pinsWithout(pins, post));
}

export function forgetPinsOf(place: Place): void {
  for (const { queryKey, pins } of heldPins()) {
    const isOf = 'tab' in place ? queryKey[1] === place.tab : pins?.posts.some((post) => isIn(place, post));
    if (isOf === true) queries.removeQueries({ queryKey, exact: true });
  }
}

function changePins(change: (pins: Pins, tab: TabId) => Pins): void {
  for (const { queryKey, pins } of heldPins()) {
    if (pins) queries.setQueryData(queryKey, change(pins, queryKey[1]));
  }
}

function heldPins() {
  return queries
    .getQueryCache()
    .findAll({ queryKey: ['pins'] })
    .map(({ queryKey }) => pinsQuery(queryKey[1] as TabId).queryKey)
    .map((queryKey) => ({ queryKey, pins: queries.getQueryData(queryKey) }));
}
