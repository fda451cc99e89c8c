import type { Draft as Theirs } from '../../protocol/generated.ts';
import { type Draft, isBegun, isDraft } from '../posts/drafts.ts';

/// A draft as it travels, and what is to be done when this device and the server differ. Pure.

/// Nothing, of one that nobody has written anything into.
export const contentOf = (draft: Draft | undefined): string | undefined => (draft && isBegun(draft) ? JSON.stringify(draft) : undefined);

/// Nothing, of what another version of Plein wrote in a way that this one cannot read.
export function draftIn(content: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/// What this device and the server had in common last; without content there was no draft.
export interface Known {
  version: number;
  content?: string | undefined;
}

/// `take`: theirs becomes what stands here. `save`: what stands here goes to the server. `apart`: both have changed, and the
/// person chooses. `foreign`: theirs cannot be read here, so it is left alone.
export type Outcome = 'agree' | 'take' | 'save' | 'apart' | 'foreign';

export function outcomeOf(mine: string | undefined, known: Known, theirs: Pick<Theirs, 'version' | 'content'> | undefined): Outcome {
  if (mine === theirs?.content) return 'agree';
  if (theirs && !draftIn(theirs.content)) return 'foreign';
  // After a draft was dropped the versions may begin anew.
  const isChangedThere = (theirs?.version ?? 0) !== known.version || theirs?.content !== known.content;
  if (!isChangedThere) return 'save';
  if (mine === undefined || mine === known.content) return 'take';
  return theirs ? 'apart' : 'save';
}
