import type { LiveEvent, StreamCursor } from '../protocol/generated.ts';
import { Store } from '../state/store.ts';
import { Batches } from './batches.ts';
import { LiveConnection, type LiveHandlers, type LiveSocket, type LiveStatus } from './connection.ts';
import { readCursor } from './cursor.ts';
import type { Snapshot } from './snapshot.ts';

/// The live channel of this page, with a short memory: an answer that was read before an event but arrived after it
/// gets that event folded in.
const remembered = 256;

export const liveStatus = new Store<LiveStatus>('connecting');

/// What the application does with what the channel brings. Set once at the start, by `app/live.ts`.
export interface LiveApplication extends Omit<LiveHandlers, 'onEvent' | 'onStatus'> {
  onEvents(events: readonly LiveEvent[]): void;
}
let application: LiveApplication | undefined;

const memory = new Map<string, LiveEvent[]>();
const batches = new Batches<LiveEvent>((events) => application?.onEvents(events));
let losses = 0;

const connection = new LiveConnection(
  {
    onEvent: (event) => {
      remember(event);
      batches.add(event);
    },
    onResync: (stream) => {
      forget(stream);
      application?.onResync(stream);
    },
    onLost: (stream) => {
      forget(stream);
      application?.onLost(stream);
    },
    onRefused: (stream) => {
      forget(stream);
      application?.onRefused(stream);
    },
    onStatus: (status) => {
      batches.flush();
      liveStatus.set(status);
    },
    onUnreachable: () => application?.onUnreachable(),
  },
  { open: openSocket, random: Math.random },
);

export const live = {
  start(own: StreamCursor, handlers: LiveApplication): void {
    application = handlers;
    connection.start(own);
  },
  /// Follows these streams from where an answer saw them.
  follow(cursors: readonly StreamCursor[]): void {
    connection.follow(cursors);
  },
  /// A refused stream is this person's no more; it may become so again.
  forgive(stream: string): void {
    connection.forgive(stream);
  },
  /// Refused on this connection, and not forgiven.
  unfollowed: (): string[] => connection.unfollowed(),
  stop(): void {
    connection.stop();
    batches.clear();
    memory.clear();
    liveStatus.set('connecting');
  },
  wake: () => {
    connection.wake();
  },
  /// Access to something ended: answers that are on their way may still show it.
  accessLost: () => {
    losses += 1;
  },
};

/// Reads an answer and makes it live: its streams are followed from where it was read, and events that overtook it
/// are folded in.
export async function readLive<S extends Snapshot>(
  read: () => Promise<S>,
  change: (snapshot: S, event: LiveEvent) => S,
): Promise<S> {
  const snapshot = await readAsAllowed(read);
  return caughtUp(snapshot, snapshot.cursors, change);
}

/// Reads again when access was lost meanwhile: what was asked for before is not shown after.
export async function readAsAllowed<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const before = losses;
    const answer = await read();
    if (before === losses) return answer;
  }
}

/// `value` after the events that overtook the answers that it was made of, which `cursors` came with. From here on its
/// streams are followed. Whoever keeps the result does so before anything else happens.
export function caughtUp<Value>(
  value: Value,
  cursors: readonly StreamCursor[],
  change: (value: Value, event: LiveEvent) => Value,
): Value {
  const overtaking = cursors.flatMap(eventsSince);
  connection.follow(cursors);
  return overtaking.reduce(change, value);
}

function remember(event: LiveEvent): void {
  const events = memory.get(event.stream) ?? [];
  events.push(event);
  if (events.length > remembered) events.shift();
  memory.set(event.stream, events);
}

function forget(stream: string): void {
  batches.flush();
  memory.delete(stream);
}

/// The events on a stream after this cursor. When we no longer know all of them the stream is followed from the cursor
/// again: they come once more, and change only what has not seen them.
function eventsSince({ stream, cursor }: StreamCursor): LiveEvent[] {
  const read = readCursor(cursor).seq;
  const missed = (connection.seen(stream) ?? read) - read;
  const events = memory.get(stream)?.filter(({ seq }) => seq > read) ?? [];
  if (events.length >= missed) return events;
  forget(stream);
  connection.rewind({ stream, cursor });
  return [];
}

function openSocket(path: string): LiveSocket {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(address) as LiveSocket;
}
