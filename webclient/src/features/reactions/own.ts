import type { ReactionCount, ReactionKind } from '../../protocol/generated.ts';
import { type Held, moved } from './reactions.ts';

/// An own reaction between the tap and the count that holds it. Pure.
///
/// The server counts a few times a second, so a count that arrives after a tap may hold it or not. Two streams tell: the
/// person's own says when the server took the reaction, the tab's when it counted. A count made after the reaction was
/// taken holds it; until then the difference is added to what was counted. So nothing is counted twice, and a count does
/// not fall back under the finger.
export interface Own {
  /// What was tapped last.
  wanted: ReactionKind | undefined;
  /// What of this person the last counts hold, by their version, oldest first; never empty. More than one, since what
  /// shows a count may still draw the one before.
  counted: readonly { version: number; kind: ReactionKind | undefined }[];
  /// What the server took last, and no count holds yet.
  told?: { kind: ReactionKind | undefined; at: string };
  isSending: boolean;
}

const mostCounted = 8;

export function tapped(own: Own | undefined, wanted: ReactionKind | undefined, { reactions, mine }: Held): Own {
  const before = own ?? { counted: [{ version: reactions.version, kind: mine }] };
  return { ...before, wanted, isSending: true };
}

export const answered = (own: Own): Own => ({ ...own, isSending: false });

/// `reaction.set` on the own stream: from here, or from another device.
export const taken = (own: Own, kind: ReactionKind | undefined, at: string): Own => ({
  ...own,
  wanted: own.isSending ? own.wanted : kind,
  told: { kind, at },
});

/// `reactions.counted` on the tab's stream.
export function counted({ told, ...own }: Own, version: number, at: string): Own {
  const last = own.counted.at(-1);
  const isOld = last !== undefined && version <= last.version;
  if (isOld) return told ? { ...own, told } : own;
  const holdsIt = told !== undefined && told.at <= at;
  const next = { version, kind: holdsIt ? told.kind : last?.kind };
  const after = { ...own, counted: [...own.counted, next].slice(-mostCounted) };
  return told && !holdsIt ? { ...after, told } : after;
}

export interface Shown {
  counts: readonly ReactionCount[];
  mine: ReactionKind | undefined;
}

/// What the person is to see: what was counted, with their own as they want it.
export function shown(held: Held, own: Own | undefined): Shown {
  const mine = own ? own.wanted : held.mine;
  const counts = own ? moved(held.reactions.counts, inCounts(held, own), mine) : held.reactions.counts;
  const isMissing = mine !== undefined && !counts.some(({ kind }) => kind === mine);
  // Chosen on another device, and to be counted in a moment.
  return { counts: isMissing ? moved(counts, undefined, mine) : counts, mine };
}

/// What the counts hold of this person. Counts that were read rather than told came together with what is theirs.
function inCounts({ reactions, mine }: Held, { counted: known }: Own): ReactionKind | undefined {
  const [first] = known;
  if (reactions.version > (known.at(-1)?.version ?? 0)) return mine;
  return (known.findLast(({ version }) => version <= reactions.version) ?? first)?.kind;
}
