import type { LiveEvent, StreamCursor } from '../protocol/generated.ts';
import { advanced, positionIn } from './cursor.ts';

/// An answer of the server with how far it had seen each stream. Events are folded over it: *snapshot + events = fresh
/// snapshot*. An event that the snapshot has already seen changes nothing, so an event may come late or twice.
export interface Snapshot {
  cursors: StreamCursor[];
}

/// `snapshot` after `event`; the same object when the event changes nothing in it.
export function after<S extends Snapshot>(snapshot: S, event: LiveEvent, change: (snapshot: S) => S): S {
  const seen = positionIn(snapshot.cursors, event.stream);
  if (!seen || event.seq <= seen.seq) return snapshot;
  const changed = change(snapshot);
  if (changed === snapshot) return snapshot;
  return { ...changed, cursors: advanced(snapshot.cursors, event.stream, event.seq) };
}
