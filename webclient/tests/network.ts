import { vi } from 'vitest';
import type { Me } from '../src/protocol/generated.ts';
import type { LiveSocket } from '../src/live/connection.ts';
import { goLive } from '../src/app/live.ts';

/// The server as one page sees it: requests that the test answers when it likes, and a live channel that it speaks on.
export interface Network {
  /// The requests without an answer, oldest first.
  waiting: string[];
  answer: (path: string, body: unknown, status?: number) => Promise<void>;
  say: (...lines: unknown[]) => Promise<void>;
  /// What the page asked of the live channel.
  asked: () => string[];
  /// The connection breaks, and the next one opens.
  breakOff: () => Promise<void>;
  pass: (milliseconds: number) => Promise<void>;
  close: () => void;
}

/// Long enough for what one thing sets off: promises, React, and the pause between two batches of events. Nobody waits
/// for it: the clock is the test's, though it also runs by itself for what must (axe).
const settle = () => vi.advanceTimersByTimeAsync(150);

export async function openNetwork(me: Me): Promise<Network> {
  const held: { path: string; resolve: (response: Response) => void }[] = [];
  const sockets: (LiveSocket & { sent: string[] })[] = [];
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', (path: string) => new Promise<Response>((resolve) => held.push({ path, resolve })));
  vi.stubGlobal(
    'WebSocket',
    class {
      onopen = null;
      onmessage = null;
      onclose = null;
      readonly sent: string[] = [];
      constructor() {
        sockets.push(this);
      }
      send(text: string) {
        this.sent.push(text);
      }
      close() {
        return undefined;
      }
    },
  );
  const leave = goLive(me);
  sockets.at(-1)?.onopen?.();
  await settle();
  return {
    get waiting() {
      return held.map(({ path }) => path);
    },
    answer: async (path, body, status = 200) => {
      const place = held.findIndex((each) => each.path === path);
      if (place < 0) throw new Error(`nobody asked for ${path}, only for ${held.map((each) => each.path).join(' ')}`);
      const [request] = held.splice(place, 1);
      request?.resolve(new Response(JSON.stringify(body), { status }));
      await settle();
    },
    say: async (...lines) => {
      sockets.at(-1)?.onmessage?.({ data: lines.map((line) => JSON.stringify(line)).join('\n') });
      await settle();
    },
    asked: () => sockets.at(-1)?.sent ?? [],
    breakOff: async () => {
      sockets.at(-1)?.onclose?.();
      await vi.advanceTimersByTimeAsync(1_000);
      sockets.at(-1)?.onopen?.();
      await settle();
    },
    pass: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
    close: () => {
      leave();
      // What waits for its moment has it here, not in the next test.
      vi.advanceTimersByTime(2_500);
      vi.useRealTimers();
      vi.unstubAllGlobals();
    },
  };
}
