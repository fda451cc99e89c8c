import { hasCode, OfflineError } from '../../protocol/errors.ts';
import { keep, kept, keptNames, onChangedElsewhere } from '../../state/kept.ts';
import { Store } from '../../state/store.ts';
import { currentMe } from '../accounts/session.ts';

/// What a person wrote, on its way to the server. Each keeps its `client_id` until the server has it, through errors,
/// breaks and a reload, so that it is made once however often it is sent. Each is kept under a name of its own: windows
/// of one browser share what is kept, and one that is gone from there was sent or thrown away in another.
export interface Written {
  request: { client_id: string };
  writtenAt: string;
}

interface Way {
  state: 'sending' | 'failed';
  /// Why it failed, or waits: a lost connection and too much haste are tried again by themselves.
  error?: unknown;
}

export type OutgoingOf<W extends Written> = W & Way;

/// When the server does not say how long one is to wait.
const pauseSeconds = 5;

export class Outbox<W extends Written> {
  readonly items = new Store<readonly OutgoingOf<W>[]>([]);
  private readonly kind: string;
  private readonly isWritten: (value: unknown) => value is W;
  private readonly deliver: (request: W['request']) => Promise<void>;
  private stopListening: (() => void) | undefined;

  /// `kind` is part of the name under which things are kept, so it is for ever. What `deliver` does not throw has arrived.
  constructor(kind: string, isWritten: (value: unknown) => value is W, deliver: (request: W['request']) => Promise<void>) {
    this.kind = kind;
    this.isWritten = isWritten;
    this.deliver = deliver;
  }

  add(written: W): void {
    keep(this.nameOf(written.request), written);
    this.items.update((all) => [...all, { ...written, state: 'sending' }]);
    void this.send(written.request);
  }

  retry({ request }: Pick<W, 'request'>): void {
    this.mark(request, { state: 'sending' });
    void this.send(request);
  }

  discard({ request }: Pick<W, 'request'>): void {
    keep(this.nameOf(request), undefined);
    this.drop(this.nameOf(request));
  }

  /// The connection is back.
  retryWhatWasOffline(): void {
    for (const outgoing of this.items.get()) {
      if (outgoing.state === 'failed' && outgoing.error instanceof OfflineError) this.retry(outgoing);
    }
  }

  /// The event may overtake the answer: then it has arrived, and must not stand there twice meanwhile. The first that is
  /// so, and was on its way when the server made it, is let go.
  settle(publishedAt: string, isIt: (written: W) => boolean): void {
    const arrived = this.items.get().find((each) => each.state === 'sending' && each.writtenAt <= publishedAt && isIt(each));
    if (arrived) this.discard(arrived);
  }

  /// What was on its way when the page was closed goes out again once the channel is live.
  open(): void {
    const waiting = keptNames(this.keptUnder()).flatMap((name) => kept(name, this.isWritten) ?? []);
    const inOrder = waiting.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
    this.items.set(inOrder.map((each) => ({ ...each, state: 'failed', error: new OfflineError() })));
    this.stopListening = onChangedElsewhere((name, isForgotten) => {
      if (isForgotten) this.drop(name);
    });
  }

  close(): void {
    this.stopListening?.();
    this.items.set([]);
  }

  private async send(request: W['request']): Promise<void> {
    if (!kept(this.nameOf(request), this.isWritten)) {
      this.drop(this.nameOf(request));
      return;
    }
    try {
      await this.deliver(request);
      this.discard({ request });
    } catch (error) {
      const isTooFast = hasCode(error, 'too_many_requests');
      this.mark(request, { state: isTooFast ? 'sending' : 'failed', error });
      if (isTooFast) setTimeout(() => void this.sendAgain(request), (error.retryAfterSeconds ?? pauseSeconds) * 1000);
    }
  }

  /// Unless it was thrown away meanwhile, or this person left.
  private async sendAgain(request: W['request']): Promise<void> {
    if (this.items.get().some((each) => this.nameOf(each.request) === this.nameOf(request))) await this.send(request);
  }

  private mark(request: W['request'], way: Way): void {
    this.items.update((all) =>
      all.map((each) => (each.request.client_id === request.client_id ? { ...each, error: undefined, ...way } : each)),
    );
  }

  private drop(name: string): void {
    this.items.update((all) => {
      const left = all.filter(({ request }) => this.nameOf(request) !== name);
      return left.length < all.length ? left : all;
    });
  }

  private readonly keptUnder = () => `${String(currentMe()?.person.id)}.${this.kind}.`;
  private readonly nameOf = ({ client_id: id }: W['request']) => this.keptUnder() + id;
}

/// Whether a kept value has a request with an id and a text, and a moment.
export function isWritten(value: unknown): value is Written & { request: { body: string } } {
  if (typeof value !== 'object' || value === null || !('request' in value)) return false;
  const { request } = value;
  const isRequest = typeof request === 'object' && request !== null && 'client_id' in request && 'body' in request;
  return isRequest && 'writtenAt' in value;
}
