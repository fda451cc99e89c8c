import { say } from '../../design/toast.ts';
import { language } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { hasCode, OfflineError } from '../../protocol/errors.ts';
import type { CreatePost, GroupId, Post } from '../../protocol/generated.ts';
import { keep, kept, keptNames, onChangedElsewhere } from '../../state/kept.ts';
import { Store } from '../../state/store.ts';
import { currentMe } from '../accounts/session.ts';
import { learnOwnHeld } from '../held/held.ts';
import { putPost } from './queries.ts';

/// Own posts on their way. Each keeps its `client_id` until the server has it, through errors, breaks and a reload,
/// so that it is posted once however often it is sent. Each is kept under a name of its own: windows of one browser
/// share what is kept, and one that is gone from there was posted or thrown away in another.
export interface Outgoing {
  request: CreatePost;
  group: GroupId;
  writtenAt: string;
  state: 'sending' | 'failed';
  /// Why it failed, or waits: a lost connection and too much haste are tried again by themselves.
  error?: unknown;
}

export const outbox = new Store<readonly Outgoing[]>([]);

/// When the server does not say how long one is to wait.
const pauseSeconds = 5;

export function post(group: GroupId, words: Omit<CreatePost, 'client_id'>): void {
  const request = { ...words, client_id: crypto.randomUUID() };
  const waiting: Waiting = { request, group, writtenAt: new Date().toISOString() };
  keep(nameOf(request), waiting);
  outbox.update((all) => [...all, { ...waiting, state: 'sending' }]);
  void send(request);
}

export function retry({ request }: Outgoing): void {
  mark(request, { state: 'sending' });
  void send(request);
}

export function discard({ request }: Pick<Outgoing, 'request'>): void {
  keep(nameOf(request), undefined);
  drop(nameOf(request));
}

/// The connection is back.
export function retryWhatWasOffline(): void {
  for (const outgoing of outbox.get()) {
    if (outgoing.state === 'failed' && outgoing.error instanceof OfflineError) retry(outgoing);
  }
}

/// The event may overtake the answer: then the post has arrived, and must not stand there twice meanwhile.
export function settleByEvent(post: Post): void {
  if (post.author !== currentMe()?.person.id) return;
  const arrived = outbox.get().find(({ request, state, writtenAt }) => {
    const isSame = request.tab === post.tab && request.mark === post.mark && request.body === post.body;
    return isSame && state === 'sending' && writtenAt <= post.published_at;
  });
  if (arrived) discard(arrived);
}

let stopListening: (() => void) | undefined;

/// What was on its way when the page was closed goes out again once the channel is live.
export function openOutbox(): void {
  const waiting = keptNames(keptUnder()).flatMap((name) => kept(name, isWaiting) ?? []);
  const inOrder = waiting.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
  outbox.set(inOrder.map((each) => ({ ...each, state: 'failed', error: new OfflineError() })));
  stopListening = onChangedElsewhere((name, isForgotten) => {
    if (isForgotten) drop(name);
  });
}

export function closeOutbox(): void {
  stopListening?.();
  outbox.set([]);
}

async function send(request: CreatePost): Promise<void> {
  if (!kept(nameOf(request), isWaiting)) {
    drop(nameOf(request));
    return;
  }
  try {
    const post = await api.createPost(request);
    // A retry may learn that the post was made, and deleted since on another device.
    if (post.state === 'visible') putPost(post);
    if (post.state === 'held') await showHeld(post);
    discard({ request });
  } catch (error) {
    const isTooFast = hasCode(error, 'too_many_requests');
    mark(request, { state: isTooFast ? 'sending' : 'failed', error });
    if (isTooFast) setTimeout(() => void sendAgain(request), (error.retryAfterSeconds ?? pauseSeconds) * 1000);
  }
}

/// Its card stands in its tab, which may not be what is in view.
async function showHeld(post: Post): Promise<void> {
  await learnOwnHeld(post);
  const text = language.get()?.text;
  if (text) say(text.post.isHeld);
}

/// Unless it was thrown away meanwhile, or this person left.
async function sendAgain(request: CreatePost): Promise<void> {
  if (outbox.get().some((each) => nameOf(each.request) === nameOf(request))) await send(request);
}

function mark(request: CreatePost, state: Pick<Outgoing, 'state' | 'error'>): void {
  outbox.update((all) =>
    all.map((each) => (each.request.client_id === request.client_id ? { ...each, error: undefined, ...state } : each)),
  );
}

function drop(name: string): void {
  outbox.update((all) => {
    const left = all.filter(({ request }) => nameOf(request) !== name);
    return left.length < all.length ? left : all;
  });
}

const keptUnder = () => `${String(currentMe()?.person.id)}.outbox.`;
const nameOf = ({ client_id: id }: CreatePost) => keptUnder() + id;

type Waiting = Pick<Outgoing, 'group' | 'request' | 'writtenAt'>;

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null || !('request' in value)) return false;
  const { request } = value;
  const isRequest = typeof request === 'object' && request !== null && 'client_id' in request && 'body' in request;
  return isRequest && 'group' in value && 'writtenAt' in value;
}
