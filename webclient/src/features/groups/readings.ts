import type { GroupView, PersonId, Post, Reading, TabId } from '../../protocol/generated.ts';

/// How far a person has read each tab they may see.
export type Readings = ReadonlyMap<TabId, Reading>;

export const readingsOf = (groups: readonly GroupView[]): Readings =>
  new Map(groups.flatMap(({ tabs }) => tabs.map(({ reading }) => [reading.tab, reading] as const)));

export function isUnread(post: Post, readings: Readings, me: PersonId | undefined): boolean {
  const reading = readings.get(post.tab);
  return reading !== undefined && post.author !== me && !isBehind(post, reading);
}

/// Of a moment up to which the tab has been read.
export const isBehind = (post: Post, reading: Reading): boolean =>
  reading.read_until !== undefined && post.published_at <= reading.read_until;

/// What was read before it is unread again.
export const wentBack = (before: Reading | undefined, reading: Reading): boolean =>
  before?.read_until !== undefined &&
  reading.version > before.version &&
  (reading.read_until === undefined || reading.read_until < before.read_until);
