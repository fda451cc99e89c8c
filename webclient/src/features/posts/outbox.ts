import { api } from '../../protocol/client.ts';
import { OfflineError } from '../../protocol/errors.ts';
import type { CreatePost, GroupId, Post } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { Store } from '../../state/store.ts';
import { currentMe } from '../accounts/session.ts';
import { putPost } from './queries.ts';

/// Own posts on their way. Each keeps its `client_id` until the server has it, through errors, breaks and a reload,
/// so that it is posted once however often it is sent.
export interface Outgoing {
  request: CreatePost;
  group: GroupId;
  state: 'sending' | 'failed';
  /// Why it failed; a lost connection is tried again by itself.
  error?: unknown;
}

export const outbox = new Store<readonly Outgoing[]>([]);

export function post(group: GroupId, request: Omit<CreatePost, 'client_id'>): void {
  const outgoing: Outgoing = { request: { ...request, client_id: crypto.randomUUID() }, group, state: 'sending' };
  change((all) => [...all, outgoing]);
  void send(outgoing.request);
}

export function retry({ request }: Outgoing): void {
  mark(request, { state: 'sending' });
  void send(request);
}

export function discard({ request }: Outgoing): void {
  change((all) => all.filter((each) => each.request.client_id !== request.client_id));
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
  const arrived = outbox
    .get()
    .find(({ request }) => request.tab === post.tab && request.mark === post.mark && request.body === post.body);
  if (arrived) discard(arrived);
}

/// What was on its way when the page was closed goes out again once the channel is live.
export function openOutbox(): void {
  const waiting = kept(keptName(), isRequests) ?? [];
  outbox.set(waiting.map(({ group, request }) => ({ group, request, state: 'failed', error: new OfflineError() })));
}

export function closeOutbox(): void {
  outbox.set([]);
}

async function send(request: CreatePost): Promise<void> {
  try {
    const post = await api.createPost(request);
    // A retry may learn that the post was made, and deleted since on another device.
    if (post.state === 'visible') putPost(post);
    change((all) => all.filter((each) => each.request.client_id !== request.client_id));
  } catch (error) {
    mark(request, { state: 'failed', error });
  }
}

function mark(request: CreatePost, state: Pick<Outgoing, 'state' | 'error'>): void {
  change((all) =>
    all.map((each) => (each.request.client_id === request.client_id ? { ...each, error: undefined, ...state } : each)),
  );
}

function change(step: (all: readonly Outgoing[]) => readonly Outgoing[]): void {
  outbox.update(step);
  const waiting = outbox.get().map(({ group, request }) => ({ group, request }));
  keep(keptName(), waiting.length > 0 ? waiting : undefined);
}

const keptName = () => `${String(currentMe()?.person.id)}.outbox`;

type Kept = Pick<Outgoing, 'group' | 'request'>[];
const isRequests = (value: unknown): value is Kept =>
  Array.isArray(value) &&
  value.every(
    (each: unknown) =>
      typeof each === 'object' && each !== null && 'request' in each && 'group' in each && isRequest(each.request),
  );
const isRequest = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'client_id' in value && 'tab' in value && 'body' in value;
