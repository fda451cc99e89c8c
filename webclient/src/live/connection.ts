import type { LiveEvent, LiveRequest, Notice, StreamCursor } from '../protocol/generated.ts';
import { type Position, readCursor, writeCursor } from './cursor.ts';

/// The live channel: one WebSocket that follows streams, notices that it broke, and resumes where it was.
///
/// Promise: each event of a followed stream reaches `onEvent` once, in order, whatever happens to the connection.
/// What cannot be resumed is reported to `onResync`: whoever reads the stream's content afresh and calls `follow` with
/// the new cursors is live again.
export interface LiveHandlers {
  onEvent(event: LiveEvent): void;
  onResync(stream: string): void;
  /// Access to the stream ended; nothing more comes on it.
  onLost(stream: string): void;
  /// The stream is not followed on this connection: it is not this person's (then `forgive` it, as it may become so),
  /// or it is one too many.
  onRefused(stream: string): void;
  onStatus(status: LiveStatus): void;
  /// A connection could not be made at all: it may be the network, or the session may have ended.
  onUnreachable(): void;
}

/// `live` comes when every stream has been resumed, so the page is whole again.
export type LiveStatus = 'connecting' | 'live' | 'lost';

export interface LiveSocket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

export interface LiveSurroundings {
  open(path: string): LiveSocket;
  random(): number;
}

const idleBeforePing = 25_000;
const patience = 10_000;
const firstBackOff = 500;
const longestBackOff = 30_000;
const restartSpread = 3_000;

export class LiveConnection {
  private readonly handlers: LiveHandlers;
  private readonly surroundings: LiveSurroundings;
  private readonly positions = new Map<string, Position>();
  private readonly awaited = new Set<string>();
  private readonly refused = new Set<string>();
  private ownStream = '';
  private socket: LiveSocket | undefined;
  private isOpen = false;
  private failures = 0;
  private reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  private idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(handlers: LiveHandlers, surroundings: LiveSurroundings) {
    this.handlers = handlers;
    this.surroundings = surroundings;
  }

  /// Connects. `own` is the cursor of the person's own stream, which the handshake itself subscribes.
  start(own: StreamCursor): void {
    this.stop();
    this.ownStream = own.stream;
    this.positions.set(own.stream, readCursor(own.cursor));
    this.connect();
  }

  /// Disconnects and forgets every stream.
  stop(): void {
    this.ownStream = '';
    this.failures = 0;
    this.positions.clear();
    this.refused.clear();
    this.drop();
    clearTimeout(this.reconnectTimer);
  }

  /// Follows the streams of an answer from where it was read. A stream that is followed already stays where it is; one
  /// that was refused is not asked for again on this connection.
  follow(cursors: readonly StreamCursor[]): void {
    for (const cursor of cursors) {
      if (!this.positions.has(cursor.stream) && !this.refused.has(cursor.stream)) this.rewind(cursor);
    }
  }

  /// The stream may be asked for again: nothing of it is held any more, and whoever is let in anew reads it first.
  forgive(stream: string): void {
    this.refused.delete(stream);
  }

  /// The streams that were refused on this connection.
  unfollowed(): string[] {
    return [...this.refused];
  }

  /// Follows a stream from here, also when it has come further already: what came since comes again.
  rewind({ stream, cursor }: StreamCursor): void {
    this.positions.set(stream, readCursor(cursor));
    if (this.isOpen) this.subscribe(stream);
  }

  /// The `seq` up to which a followed stream has come in.
  seen(stream: string): number | undefined {
    return this.positions.get(stream)?.seq;
  }

  /// Tries again now: the device woke up or found a network.
  wake(): void {
    if (!this.ownStream) return;
    if (this.isOpen) this.ping();
    else this.connect();
  }

  private connect(): void {
    this.drop();
    clearTimeout(this.reconnectTimer);
    const own = this.positions.get(this.ownStream);
    const socket = this.surroundings.open(own ? `/live?after=${encodeURIComponent(writeCursor(own))}` : '/live');
    this.socket = socket;
    socket.onopen = () => {
      this.opened();
    };
    socket.onmessage = ({ data }) => {
      this.expectLife();
      if (typeof data === 'string') this.read(data);
    };
    socket.onclose = () => {
      if (!this.isOpen) this.handlers.onUnreachable();
      this.reconnectLater(this.backOff());
    };
    this.giveUpInAWhile();
    this.handlers.onStatus(this.failures === 0 ? 'connecting' : 'lost');
  }

  private opened(): void {
    this.isOpen = true;
    this.awaited.clear();
    const unfollowed = this.unfollowed();
    this.refused.clear();
    for (const stream of this.positions.keys()) {
      if (stream !== this.ownStream) this.subscribe(stream);
    }
    this.expectLife();
    this.settleWhenWhole();
    // Nothing came of them meanwhile.
    for (const stream of unfollowed) this.handlers.onResync(stream);
  }

  private subscribe(stream: string): void {
    const position = this.positions.get(stream);
    if (!position) return;
    this.awaited.add(stream);
    this.send({ operation: 'subscribe', stream, after: writeCursor(position) });
  }

  private send(request: LiveRequest): void {
    this.socket?.send(JSON.stringify(request));
  }

  private read(message: string): void {
    for (const line of message.split('\n')) {
      if (!line) continue;
      const said = JSON.parse(line) as LiveEvent | Notice;
      if ('seq' in said) this.readEvent(said);
      else this.readNotice(said);
    }
  }

  private readEvent(event: LiveEvent): void {
    const position = this.positions.get(event.stream);
    if (!position || event.seq <= position.seq) return;
    if (event.seq > position.seq + 1) {
      // After a rewind the earlier subscription may still speak.
      if (this.awaited.has(event.stream)) return;
      // The server leaves no gaps; should one appear, what we hold is not to be trusted.
      this.forget(event.stream, 'unsubscribe');
      this.handlers.onResync(event.stream);
      return;
    }
    position.seq = event.seq;
    this.handlers.onEvent(event);
  }

  private readNotice({ type, stream }: Notice): void {
    if (type === 'restarting') this.reconnectLater(this.surroundings.random() * restartSpread);
    if (stream === undefined) return;
    if (type === 'subscribed') this.awaited.delete(stream);
    if (type === 'resync') {
      this.forget(stream);
      this.handlers.onResync(stream);
    }
    if (type === 'lost') {
      this.forget(stream);
      this.handlers.onLost(stream);
    }
    if (type === 'refused') {
      this.forget(stream);
      this.refused.add(stream);
      this.handlers.onRefused(stream);
    }
    this.settleWhenWhole();
  }

  private forget(stream: string, how?: 'unsubscribe'): void {
    this.positions.delete(stream);
    this.awaited.delete(stream);
    if (how) this.send({ operation: 'unsubscribe', stream });
  }

  private settleWhenWhole(): void {
    if (!this.isOpen || this.awaited.size > 0) return;
    this.failures = 0;
    this.handlers.onStatus('live');
  }

  /// After a while of silence we ask; after more silence the connection is dead, whatever the network says.
  private expectLife(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => {
      this.ping();
    }, idleBeforePing);
  }

  private ping(): void {
    this.send({ operation: 'ping' });
    this.giveUpInAWhile();
  }

  /// A network that swallows what is sent says nothing, also while connecting.
  private giveUpInAWhile(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => {
      this.reconnectLater(this.backOff());
    }, patience);
  }

  private reconnectLater(delay: number): void {
    this.drop();
    if (!this.ownStream) return;
    this.failures += 1;
    this.handlers.onStatus('lost');
    clearTimeout(this.reconnectTimer);
    this.reconnectTimer = setTimeout(() => {
      this.connect();
    }, delay);
  }

  /// Full jitter: a server that comes back is not met by everyone at once.
  private backOff(): number {
    const longest = Math.min(longestBackOff, firstBackOff * 2 ** Math.min(this.failures, 10));
    return longest * (0.2 + 0.8 * this.surroundings.random());
  }

  private drop(): void {
    clearTimeout(this.idleTimer);
    this.isOpen = false;
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
