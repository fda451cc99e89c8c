import type { LiveEvent } from '../../protocol/generated.ts';
import { applyToGroups, groupsAfter } from '../groups/groups.ts';
import { applyToDirectory, directoryAfter } from './directory.ts';
import { applyToStandings } from './standings.ts';
import { readWaitingAfresh } from './waiting.ts';

export type JoiningEvent = Extract<LiveEvent, { type: 'requests.changed' | 'standing.changed' }>;

export function applyJoiningEvent(event: JoiningEvent): void {
  switch (event.type) {
    case 'requests.changed':
      applyToGroups((list) => groupsAfter(list, event));
      readWaitingAfresh(event.data.group);
      return;
    case 'standing.changed':
      applyStanding(event);
      return;
    default:
      event satisfies never;
  }
}

/// What the reader is to a group changed; coming in and leaving say so too.
export function applyStanding(event: LiveEvent): void {
  applyToDirectory((entries) => directoryAfter(entries, event));
  applyToStandings(event);
}
