import type { LiveEvent, StreamCursor } from '../protocol/generated.ts';
import { Store } from '../state/store.ts';
import { LiveConnection, type LiveHandlers, type LiveSocket, type LiveStatus } from './connection.ts';
import { readCursor } from './cursor.ts';
import type { Snapshot } from './snapshot.ts';

/// The live channel of this page, with a short memory: an answer that was read before an event but arrived after it
/// gets that event folded in.
const remembered = 256;
const tries = 3;

export const liveStatus = new Store<LiveStatus>('connecting');

/// What the application does with what the channel brings. Set once at the start, by `app/live.ts`.
export type LiveApplication = Omit<LiveHandlers, 'onStatus'>;
let application: LiveApplication | undefined;

const memory = new Map<string, LiveEvent[]>();

const connection = new LiveConnection(
  {
    onEvent: (event) => {
      remember(event);
      application?.onEvent(event);
    },
    onResync: (stream) => {
      memory.delete(stream);
      application?.onResync(stream);
    },
    onLost: (stream) => {
      memory.delete(stream);
      application?.onLost(stream);
    },
    onStatus: (status) => {
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
  stop(): void {
    connection.stop();
    memory.clear();
    liveStatus.set('connecting');
  },
  wake: () => {
    connection.wake();
  },
};

/// Reads an answer and makes it live: its streams are followed from where it was read, and events that overtook it
/// are folded in.
export async function readLive<S extends Snapshot>(
  read: () => Promise<S>,
  change: (snapshot: S, event: LiveEvent) => S,
): Promise<S> {
  for (let tried = 1; ; tried += 1) {
    const snapshot = await read();
    const overtaking = eventsSince(snapshot.cursors);
    if (!overtaking && tried < tries) continue;
    connection.follow(snapshot.cursors);
    return (overtaking ?? []).reduce(change, snapshot);
  }
}

function remember(event: LiveEvent): void {
  const events = memory.get(event.stream) ?? [];
  events.push(event);
  if (events.length > remembered) events.shift();
  memory.set(event.stream, events);
}

/// The events that came after these cursors, or nothing when we no longer know all of them.
function eventsSince(cursors: readonly StreamCursor[]): LiveEvent[] | undefined {
  const since: LiveEvent[] = [];
  for (const { stream, cursor } of cursors) {
    const read = readCursor(cursor).seq;
    const events = (memory.get(stream) ?? []).filter((event) => event.seq > read);
    if (events.length < (connection.seen(stream) ?? read) - read) return undefined;
    since.push(...events);
  }
  return since;
}

function openSocket(path: string): LiveSocket {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(address) as LiveSocket;
}
