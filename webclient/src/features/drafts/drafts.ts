import { queryOptions } from '@tanstack/react-query';
import { readLive } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import type { DraftList, LiveEvent, TabId } from '../../protocol/generated.ts';
import { keep, kept, keptNames } from '../../state/kept.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import type { Known } from './content.ts';

/// What this person is writing, on all of their devices. `draft.changed` says when to read it again.

/// With when it was asked for: what this device has done since is newer.
export interface ReadDrafts extends DraftList {
  readAt: number;
}

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: async (): Promise<ReadDrafts> => {
    const readAt = Date.now();
    return { ...(await readLive(() => api.listDrafts({}), unchanged)), readAt };
  },
});

const unchanged = (list: DraftList) => list;

/// What the server has stands there when this is done.
export const readDraftsAfresh = (): Promise<void> => queries.invalidateQueries({ queryKey: draftsQuery.queryKey });

/// With when this device learned of it.
export interface KnownAt extends Known {
  at: number;
}

const isKnown = (value: unknown): value is KnownAt =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  typeof value.version === 'number' &&
  'at' in value &&
  typeof value.at === 'number' &&
  (!('content' in value) || typeof value.content === 'string');

// Beside the drafts themselves, and shared by the windows of a browser as those are.
const knownUnder = () => `${String(currentMe()?.person.id)}.draft-known.`;

export const knownOf = (tab: TabId): KnownAt => kept(knownUnder() + String(tab), isKnown) ?? { version: 0, at: 0 };

/// Without a version nothing is known of it any more.
export function keepKnown(tab: TabId, known: Known | undefined): void {
  keep(knownUnder() + String(tab), known && { ...known, at: Date.now() });
}

export const tabsKnown = (): TabId[] => keptNames(knownUnder()).map((name) => Number(name.slice(knownUnder().length)));

export type DraftEvent = Extract<LiveEvent, { type: `draft.${string}` }>;

/// What this device saves itself it knows of by then.
const ownAnswer = 1_000;

/// It carries no text: another device has kept or dropped one.
export function applyDraftEvent({ data: { tab, version } }: DraftEvent): void {
  setTimeout(() => {
    if (knownOf(tab).version !== version) void readDraftsAfresh();
  }, ownAnswer);
}
