import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveConnection, type LiveSocket } from '../../src/live/connection.ts';
import type { LiveEvent, LiveRequest } from '../../src/protocol/generated.ts';
import { event, post } from '../make.ts';

class FakeSocket implements LiveSocket {
  onopen: LiveSocket['onopen'] = null;
  onmessage: LiveSocket['onmessage'] = null;
  onclose: LiveSocket['onclose'] = null;
  readonly sent: LiveRequest[] = [];
  isClosed = false;

  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as LiveRequest);
  }
  close() {
    this.isClosed = true;
  }
  /// Several lines are one message, as the server batches them.
  say(...lines: unknown[]) {
    this.onmessage?.({ data: lines.map((line) => JSON.stringify(line)).join('\n') });
  }
}

const created = (seq: number) => event('post.created', seq, { post: post(seq) });
const subscribed = (stream: string) => ({ type: 'subscribed', stream, cursor: 'g:1' });

function channel() {
  const sockets: FakeSocket[] = [];
  const handlers = {
    onEvent: vi.fn<(event: LiveEvent) => void>(),
    onResync: vi.fn(),
    onLost: vi.fn(),
    onRefused: vi.fn(),
    onStatus: vi.fn(),
    onUnreachable: vi.fn(),
  };
  const connection = new LiveConnection(handlers, {
    open: (path) => {
      const socket = new FakeSocket(path);
      sockets.push(socket);
      return socket;
    },
    random: () => 1,
  });
  const last = () => sockets.at(-1) ?? expect.fail('no socket was opened');
  const open = () => {
    last().onopen?.();
    return last();
  };
  return { connection, handlers, sockets, last, open };
}

function following(stream = 'group:2', cursor = 'g:4') {
  const all = channel();
  all.connection.start({ stream: 'user:7', cursor: 'g:1' });
  all.connection.follow([{ stream, cursor }]);
  all.open().say(subscribed(stream));
  return all;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('The live connection', () => {
  it('subscribes the own stream by the handshake and the others by request', () => {
    const { last } = following();
    expect(last().path).toBe('/live?after=g%3A1');
    expect(last().sent).toEqual([{ operation: 'subscribe', stream: 'group:2', after: 'g:4' }]);
  });

  it('hands over each event once, in order, several to a message', () => {
    const { last, handlers } = following();
    last().say(created(5), created(6));
    last().say(created(6));
    expect(handlers.onEvent.mock.calls.map(([{ seq }]) => seq)).toEqual([5, 6]);
  });

  it('drops events of a stream that nobody follows', () => {
    const { last, handlers } = following();
    last().say(event('post.created', 1, { post: post(1) }, 'group:9'));
    expect(handlers.onEvent).not.toHaveBeenCalled();
  });

  it('resumes after a break from where each stream stood', () => {
    const { last, sockets, handlers } = following();
    last().say(created(5), created(6));
    last().onclose?.();
    expect(handlers.onStatus).toHaveBeenLastCalledWith('lost');
    vi.advanceTimersByTime(2_000);
    expect(sockets).toHaveLength(2);
    last().onopen?.();
    expect(last().sent).toEqual([{ operation: 'subscribe', stream: 'group:2', after: 'g:6' }]);
  });

  it('is live again only when every stream has been resumed', () => {
    const { last, handlers } = following();
    last().onclose?.();
    vi.advanceTimersByTime(2_000);
    last().onopen?.();
    expect(handlers.onStatus).toHaveBeenLastCalledWith('lost');
    last().say(subscribed('group:2'));
    expect(handlers.onStatus).toHaveBeenLastCalledWith('live');
  });

  it('waits longer with each failure, up to half a minute', () => {
    const { connection, last, sockets, handlers } = channel();
    connection.start({ stream: 'user:7', cursor: 'g:1' });
    for (let failures = 0; failures < 12; failures += 1) {
      last().onclose?.();
      vi.advanceTimersToNextTimer();
    }
    expect(sockets).toHaveLength(13);
    last().onclose?.();
    vi.advanceTimersByTime(29_000);
    expect(sockets).toHaveLength(13);
    expect(handlers.onUnreachable).toHaveBeenCalled();
  });

  it('tries at once when the device wakes up', () => {
    const { connection, last, sockets } = following();
    last().onclose?.();
    connection.wake();
    expect(sockets).toHaveLength(2);
  });

  it('gives up on a network that swallows its attempt to connect', () => {
    const { connection, last, sockets, handlers } = channel();
    connection.start({ stream: 'user:7', cursor: 'g:1' });
    const first = last();
    vi.advanceTimersByTime(10_000);
    expect(first.isClosed).toBe(true);
    expect(handlers.onStatus).toHaveBeenLastCalledWith('lost');
    vi.advanceTimersByTime(1_000);
    expect(sockets).toHaveLength(2);
  });

  it('tries anew when the device wakes up while it hangs', () => {
    const { connection, last, sockets } = following();
    last().onclose?.();
    connection.wake();
    const hanging = last();
    connection.wake();
    expect(hanging.isClosed).toBe(true);
    expect(sockets).toHaveLength(3);
    last().onopen?.();
    vi.advanceTimersByTime(20_000);
    expect(last().isClosed).toBe(false);
  });

  it('asks after silence, and gives up on a connection that does not answer', () => {
    const { last, sockets } = following();
    const first = last();
    vi.advanceTimersByTime(25_000);
    expect(first.sent.at(-1)).toEqual({ operation: 'ping' });
    vi.advanceTimersByTime(10_000);
    expect(first.isClosed).toBe(true);
    vi.advanceTimersByTime(2_000);
    expect(sockets).toHaveLength(2);
  });

  it('keeps a connection that answers', () => {
    const { last, sockets } = following();
    vi.advanceTimersByTime(25_000);
    last().say({ type: 'pong' });
    vi.advanceTimersByTime(24_000);
    expect(sockets).toHaveLength(1);
  });

  it('reports a stream that cannot be resumed and follows it anew from fresh cursors', () => {
    const { connection, last, handlers } = following();
    last().say({ type: 'resync', stream: 'group:2' });
    expect(handlers.onResync).toHaveBeenCalledWith('group:2');
    connection.follow([{ stream: 'group:2', cursor: 'h:0' }]);
    expect(last().sent.at(-1)).toEqual({ operation: 'subscribe', stream: 'group:2', after: 'h:0' });
  });

  it('does not trust a stream with a gap', () => {
    const { last, handlers } = following();
    last().say(created(7));
    expect(handlers.onEvent).not.toHaveBeenCalled();
    expect(handlers.onResync).toHaveBeenCalledWith('group:2');
    expect(last().sent.at(-1)).toEqual({ operation: 'unsubscribe', stream: 'group:2' });
  });

  it('follows a stream again from an earlier point, and takes no gap in what is on its way for one', () => {
    const { connection, last, handlers } = following();
    last().say(created(5), created(6), created(7));
    connection.rewind({ stream: 'group:2', cursor: 'g:5' });
    expect(last().sent.at(-1)).toEqual({ operation: 'subscribe', stream: 'group:2', after: 'g:5' });
    last().say(created(8));
    last().say(created(6), created(7), created(8), subscribed('group:2'), created(9));
    expect(handlers.onEvent.mock.calls.map(([{ seq }]) => seq)).toEqual([5, 6, 7, 6, 7, 8, 9]);
    expect(handlers.onResync).not.toHaveBeenCalled();
  });

  it('does not ask twice for a stream that it was refused, until it connects anew', () => {
    const { connection, last, handlers } = following();
    last().say({ type: 'refused', stream: 'group:2' });
    expect(handlers.onRefused).toHaveBeenCalledWith('group:2');
    expect(handlers.onLost).not.toHaveBeenCalled();
    connection.follow([{ stream: 'group:2', cursor: 'g:9' }]);
    expect(last().sent).toHaveLength(1);
    expect(connection.unfollowed()).toEqual(['group:2']);
    last().onclose?.();
    vi.advanceTimersByTime(2_000);
    last().onopen?.();
    expect(handlers.onResync).toHaveBeenCalledWith('group:2');
    expect(connection.unfollowed()).toEqual([]);
    connection.follow([{ stream: 'group:2', cursor: 'g:9' }]);
    expect(last().sent).toEqual([{ operation: 'subscribe', stream: 'group:2', after: 'g:9' }]);
  });

  it('asks again for a stream that was refused and forgiven since', () => {
    const { connection, last } = following();
    last().say({ type: 'refused', stream: 'group:2' });
    connection.forgive('group:2');
    connection.follow([{ stream: 'group:2', cursor: 'g:9' }]);
    expect(last().sent.at(-1)).toEqual({ operation: 'subscribe', stream: 'group:2', after: 'g:9' });
  });

  it('reports access that ended and does not ask for it again', () => {
    const { last, handlers } = following();
    last().say({ type: 'lost', stream: 'group:2' });
    expect(handlers.onLost).toHaveBeenCalledWith('group:2');
    last().onclose?.();
    vi.advanceTimersByTime(2_000);
    last().onopen?.();
    expect(last().sent).toEqual([]);
  });

  it('comes back at a random moment when the server restarts', () => {
    const { last, sockets } = following();
    last().say({ type: 'restarting' });
    vi.advanceTimersByTime(2_999);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
  });

  it('is new to whoever comes next, however often it failed before', () => {
    const { connection, last, handlers } = following();
    last().onclose?.();
    connection.stop();
    connection.start({ stream: 'user:8', cursor: 'g:1' });
    expect(handlers.onStatus).toHaveBeenLastCalledWith('connecting');
  });

  it('stays away once it has been stopped', () => {
    const { connection, last, sockets } = following();
    connection.stop();
    expect(last().isClosed).toBe(true);
    vi.advanceTimersByTime(60_000);
    connection.wake();
    expect(sockets).toHaveLength(1);
  });
});
