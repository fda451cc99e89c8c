import { queryOptions } from '@tanstack/react-query';
import type { LiveEvent, StreamCursor } from '../protocol/generated.ts';
import { queries } from '../state/queries.ts';
import { readCursor } from './cursor.ts';
import { caughtUp, readAsAllowed } from './live.ts';
import type { Snapshot } from './snapshot.ts';

/// Lists that come page by page and are kept true by events.
///
/// Promise: no event is lost, whenever it comes. A page is added to the list as it is then, not as it was when the page
/// was asked for, and events are folded over the list before anything else can happen (an infinite query of TanStack
/// puts back the pages that it began with).
export interface Page extends Snapshot {
  items: readonly unknown[];
  next?: string;
}

export interface Pages<P extends Page> {
  pages: P[];
}

export interface Source<Key extends readonly unknown[], P extends Page> {
  key: Key;
  read: (from: string | undefined) => Promise<P>;
  /// The same, as much at once as the server gives: for a list that is held far down.
  readMuch?: (from: string) => Promise<P>;
  change: (list: Pages<P>, event: LiveEvent) => Pages<P>;
}

/// So many entries are read page by page. Pages say nothing of how much there is: what was read again once comes in longer ones.
const few = 100;

/// Lists of which only the beginning is wanted, however much events brought to it.
const startingOver = new Set<string>();

/// Reads as much as is held, so that whoever reads further down stays where they are.
export const pagesQuery = <Key extends readonly unknown[], P extends Page>(source: Source<Key, P>) =>
  queryOptions({
    queryKey: source.key,
    queryFn: () => {
      const before = startingOver.has(JSON.stringify(source.key)) ? [] : (held(source)?.pages ?? []);
      const { read, readMuch = read } = source;
      const isLong = countOf(before) > few;
      const isLess = (pages: P[]) => countOf(pages) < countOf(before);
      return readAsAllowed(async () => {
        const pages = [await read(undefined)];
        for (let next = pages[0]?.next; next !== undefined && isLess(pages); next = pages.at(-1)?.next) {
          pages.push(await (isLong ? readMuch : read)(next));
        }
        return caughtUp({ pages }, earliest(pages.flatMap(({ cursors }) => cursors)), source.change);
      });
    },
    // What did not change is the same object already; comparing deeply would make new ones of all that moved a place.
    structuralSharing: false,
  });

/// Adds the page after the last one that is held.
export async function readFurther<P extends Page>(source: Source<readonly unknown[], P>): Promise<void> {
  const next = nextOf(held(source));
  if (next === undefined) return;
  const page = await readAsAllowed(() => source.read(next));
  const list = held(source);
  if (!list || nextOf(list) !== next) return;
  queries.setQueryData(source.key, caughtUp({ pages: [...list.pages, page] }, page.cursors, source.change));
}

/// Lets go of all but the first page and reads it again.
export async function readFirst<P extends Page>(source: Source<readonly unknown[], P>): Promise<void> {
  queries.setQueryData<Pages<P>>(source.key, (list) => list && { pages: list.pages.slice(0, 1) });
  startingOver.add(JSON.stringify(source.key));
  try {
    await queries.invalidateQueries({ queryKey: source.key, exact: true });
  } finally {
    startingOver.delete(JSON.stringify(source.key));
  }
}

/// What follows the last page, or nothing when that was all.
export const nextOf = (list: Pages<Page> | undefined): string | undefined => list?.pages.at(-1)?.next;

/// The list with each page changed; the same one when no page does.
export function withPages<P extends Page>(list: Pages<P>, change: (page: P, index: number) => P): Pages<P> {
  const pages = list.pages.map(change);
  return pages.some((page, index) => page !== list.pages[index]) ? { pages } : list;
}

const countOf = (pages: readonly Page[]): number => pages.reduce((sum, { items }) => sum + items.length, 0);

const held = <P extends Page>({ key }: Source<readonly unknown[], P>) => queries.getQueryData<Pages<P>>(key);

/// One cursor a stream. A page that has seen more takes no event twice.
function earliest(cursors: readonly StreamCursor[]): StreamCursor[] {
  const streams = new Map<string, StreamCursor>();
  for (const each of cursors) {
    const known = streams.get(each.stream);
    if (!known || readCursor(each.cursor).seq < readCursor(known.cursor).seq) streams.set(each.stream, each);
  }
  return [...streams.values()];
}
