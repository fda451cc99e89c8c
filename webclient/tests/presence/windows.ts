/// The windows of one browser, in a test: whoever opens the channel hears the others, at once.
const open = new Set<TestChannel>();

export class TestChannel {
  onmessage: ((message: { data: unknown }) => void) | null = null;

  constructor() {
    open.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of [...open]) if (other !== this) other.onmessage?.({ data });
  }

  close(): void {
    open.delete(this);
  }
}

/// Another window, as a test speaks for it.
export function otherWindow(session: number) {
  const channel = new TestChannel();
  const heard: { kind: string; drawn?: number[] }[] = [];
  channel.onmessage = ({ data }) => heard.push(data as (typeof heard)[number]);
  return { heard, tell: (message: object) => channel.postMessage({ session, from: 'other', ...message }), close: () => channel.close() };
}
