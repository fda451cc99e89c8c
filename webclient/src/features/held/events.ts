import type { LiveEvent } from '../../protocol/generated.ts';
import { readHeldAfresh } from './held.ts';

export type HeldEvent = Extract<LiveEvent, { type: `held.${string}` }>;

/// It carries no more than the group: what this person may know of it, the answers tell.
export function applyHeldEvent(event: HeldEvent): void {
  readHeldAfresh(event.data.group);
}
