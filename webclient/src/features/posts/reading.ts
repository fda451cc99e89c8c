import { api } from '../../protocol/client.ts';
import type { EarlierReading, PersonId, PostId, PostView, Reading, TabId } from '../../protocol/generated.ts';
import { Store } from '../../state/store.ts';
import { whenLeaving } from '../accounts/session.ts';
import { applyToGroups, currentReadings, withReading } from '../groups/groups.ts';
import { isUnread, type Readings, wentBack } from '../groups/readings.ts';
import { readUnreadAgain } from './queries.ts';

/// How far someone has read. The server keeps one mark a tab, "up to this post"; we move it only over what has
/// probably been seen.

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

/// Tabs of which the reader said from where on they are unread: there, on this device, nothing is read by being seen until
/// one comes to a feed again.
export const heldBack = new Store<ReadonlySet<TabId>>(new Set());

export function holdBack(tabs: readonly TabId[]): void {
  heldBack.update((held) => new Set([...held, ...tabs]));
}

export function letGo(tabs: readonly TabId[]): void {
  heldBack.update((held) => new Set([...held].filter((tab) => !tabs.includes(tab))));
}

const pause = 2_000;
const due = new Map<TabId, PostId>();
/// What is being told at this moment.
const onTheWay = new Map<TabId, Promise<Reading>>();
let timer: ReturnType<typeof setTimeout> | undefined;
whenLeaving(() => {
  due.clear();
  onTheWay.clear();
  heldBack.set(new Set());
});

/// Tells the server, at most one write in two seconds.
export function markRead(marks: ReadonlyMap<TabId, PostId>): void {
  for (const [tab, post] of marks) {
    if (!heldBack.get().has(tab)) due.set(tab, post);
  }
  if (due.size > 0) timer ??= setTimeout(writeNext, pause);
}

/// What one request takes; whoever follows more tabs with news than this does it twice.
const mostTabs = 100;

/// Everything in these posts' tabs up to the newest of each, at the reader's own word. `items` are newest first. Gives
/// the way back.
export async function markAllRead(items: readonly PostView[]): Promise<() => Promise<void>> {
  const newest = [...new Map(items.toReversed().map(({ post }) => [post.tab, post.id]))].slice(0, mostTabs);
  const tabs = newest.map(([tab]) => tab);
  const before = currentReadings();
  forgetMarks(tabs);
  const { items: after } = await api.markAllRead({ marks: newest.map(([tab, up_to]) => ({ tab, up_to })) });
  const wereHeld = tabs.filter((tab) => heldBack.get().has(tab));
  letGo(tabs);
  learnReadings(after);
  return async () => {
    const { items } = await api.restoreReadings({ readings: after.map((reading) => earlier(reading, before)) });
    holdBack(wereHeld);
    learnReadings(items);
  };
}

function earlier({ tab, version }: Reading, before: Readings): EarlierReading {
  const readUntil = before.get(tab)?.read_until;
  return readUntil === undefined ? { tab, version } : { tab, version, read_until: readUntil };
}

/// What was still to be told of them is so no more: they left this person's sight, or the reader has spoken.
export function forgetMarks(tabs: readonly TabId[]): void {
  for (const tab of tabs) due.delete(tab);
}

/// The post is no longer in the tab of which it was to be the mark.
export function forgetMarksAt(post: PostId): void {
  for (const [tab, upTo] of due) {
    if (upTo === post) due.delete(tab);
  }
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
  const told = api.markRead({ tab, up_to: upTo });
  onTheWay.set(tab, told);
  try {
    learnReadings([await told]);
  } finally {
    if (onTheWay.get(tab) === told) onTheWay.delete(tab);
  }
}

/// For whoever needs to know how far a tab has been read by now.
export async function allIsTold(tab: TabId): Promise<void> {
  await onTheWay.get(tab)?.catch(() => undefined);
}

/// From an answer or from another device. What is unread again belongs on Home.
export function learnReadings(readings: readonly Reading[]): void {
  const before = currentReadings();
  applyToGroups((list) => readings.reduce(withReading, list));
  const back = readings.filter((reading) => wentBack(before.get(reading.tab), reading));
  if (back.length > 0) readUnreadAgain(back);
}
