import { nextOf } from '../../live/pages.ts';
import type { PostId, PostView } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { feedQuery, readOlder } from '../posts/queries.ts';
import { everything } from './home.ts';

/// What others talked about while one was away, and all that is unread, to be done with at one press.

/// Five that others answered most, with comments and emoji; those of `without` stand on the page already.
export function mostTalked(items: readonly PostView[], without: ReadonlySet<PostId>): PostView[] {
  const answered = items.filter((view) => !without.has(view.post.id) && answersTo(view) > 0);
  return answered.toSorted((one, other) => answersTo(other) - answersTo(one)).slice(0, 5);
}

export const emojiOf = ({ reactions }: PostView): number => reactions.counts.reduce((sum, { count }) => sum + count, 0);

const answersTo = (view: PostView): number => view.thread.comments + emojiOf(view);

/// So many pages of what is unread, a hundred posts each.
const mostPages = 10;

/// All that is unread has to be known before it can be marked.
export async function readAllUnread(): Promise<PostView[]> {
  const { queryKey } = feedQuery(everything);
  for (let page = 1; page < mostPages; page += 1) {
    const feed = queries.getQueryData(queryKey);
    if (!feed || nextOf(feed) === undefined) break;
    await readOlder(everything);
  }
  return queries.getQueryData(queryKey)?.pages.flatMap(({ items }) => items) ?? [];
}
