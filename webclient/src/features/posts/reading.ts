import { api } from '../../protocol/client.ts';
import type { GroupView, PersonId, Post, PostId, PostView, Reading, TabId } from '../../protocol/generated.ts';
import { applyToGroups, withReading } from '../groups/groups.ts';

/// How far someone has read. The server keeps one mark a tab, "up to this post"; we move it only over what has
/// probably been seen.

export type Readings = ReadonlyMap<TabId, Reading>;

export const readingsOf = (groups: readonly GroupView[]): Readings =>
  new Map(groups.flatMap(({ tabs }) => tabs.map(({ reading }) => [reading.tab, reading] as const)));

export function isUnread(post: Post, readings: Readings, me: PersonId): boolean {
  const reading = readings.get(post.tab);
  if (!reading || post.author === me) return false;
  return reading.read_until === undefined || post.published_at > reading.read_until;
}

/// The newest post per tab up to which everything unread has been seen. `items` are newest first; a tab of which
/// unread posts are still to be loaded gets no mark, for those have not been seen.
export function marksFor(
  items: readonly PostView[],
  readings: Readings,
  seen: ReadonlySet<PostId>,
  me: PersonId,
): Map<TabId, PostId> {
  const marks = new Map<TabId, PostId>();
  const unread = items.map(({ post }) => post).filter((post) => isUnread(post, readings, me));
  for (const tab of new Set(unread.map((post) => post.tab))) {
    const oldestFirst = unread.filter((post) => post.tab === tab).toReversed();
    const isWhole = oldestFirst.length >= (readings.get(tab)?.unread ?? 0);
    const firstUnseen = oldestFirst.findIndex((post) => !seen.has(post.id));
    const last = oldestFirst.at(firstUnseen < 0 ? -1 : firstUnseen - 1);
    if (isWhole && last && firstUnseen !== 0) marks.set(tab, last.id);
  }
  return marks;
}

const pause = 2_000;
const due = new Map<TabId, PostId>();
let timer: ReturnType<typeof setTimeout> | undefined;

/// Tells the server, at most one write in two seconds.
export function markRead(marks: ReadonlyMap<TabId, PostId>): void {
  for (const [tab, post] of marks) due.set(tab, post);
  if (due.size > 0) timer ??= setTimeout(writeNext, pause);
}

/// Everything in these posts' tabs up to the newest of each, at the reader's own word. `items` are newest first.
export async function markAllRead(items: readonly PostView[]): Promise<void> {
  const newest = new Map(items.toReversed().map(({ post }) => [post.tab, post.id]));
  await Promise.all([...newest].map(([tab, post]) => write(tab, post)));
}

/// The page is about to be put away.
export function writeMarksNow(): void {
  for (const [tab, post] of due) write(tab, post).catch(() => undefined);
  due.clear();
}

function writeNext(): void {
  timer = undefined;
  const [next] = due;
  if (!next) return;
  due.delete(next[0]);
  // A mark that is not kept only leaves something unread; the next one goes further.
  write(...next).catch(() => undefined);
  if (due.size > 0) timer = setTimeout(writeNext, pause);
}

async function write(tab: TabId, upTo: PostId): Promise<void> {
  const reading = await api.markRead({ tab, up_to: upTo });
  applyToGroups((list) => withReading(list, reading));
}
