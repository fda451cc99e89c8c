import { say } from '../../design/toast.ts';
import { language } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { CreatePost, GroupId, Post, PostKind } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { learnOwnHeld } from '../held/held.ts';
import { isWritten, Outbox, type OutgoingOf } from '../outbox/outbox.ts';
import { openForAWeek } from '../polls/draft.ts';
import { putPost } from './queries.ts';

/// Own posts on their way.
interface WrittenPost {
  request: CreatePost;
  group: GroupId;
  writtenAt: string;
}

export type Outgoing = OutgoingOf<WrittenPost>;

const isPost = (value: unknown): value is WrittenPost => isWritten(value) && 'group' in value;

const posts = new Outbox<WrittenPost>('outbox', isPost, async (request) => {
  const post = await api.createPost(request);
  // A retry may learn that the post was made, and deleted since on another device.
  if (post.state === 'visible') putPost(post);
  if (post.state === 'held') await showHeld(post);
});

export const outbox = posts.items;
export const retry = (outgoing: Outgoing): void => posts.retry(outgoing);
export const discard = (outgoing: Pick<Outgoing, 'request'>): void => posts.discard(outgoing);
export const retryWhatWasOffline = (): void => posts.retryWhatWasOffline();
export const openOutbox = (): void => posts.open();
export const closeOutbox = (): void => posts.close();

export function post(group: GroupId, words: Omit<CreatePost, 'client_id'>): void {
  posts.add({ request: { ...words, client_id: crypto.randomUUID() }, group, writtenAt: new Date().toISOString() });
}

export function settleByEvent(post: Post): void {
  if (post.author !== currentMe()?.person.id) return;
  const { tab, mark, body, kind } = post;
  const isIt = ({ request }: WrittenPost) =>
    request.tab === tab && request.mark === mark && request.body === body && kindOf(request) === kind;
  posts.settle(post.published_at, isIt);
}

export const kindOf = ({ question, poll }: { question?: unknown; poll?: unknown }): PostKind =>
  poll ? 'poll' : question ? 'question' : 'update';

/// The department or service that it was to go to is there no more: it is asked of nobody in particular.
export function askWithoutTarget({ request: { tab, body, mark }, request, group }: Outgoing): void {
  discard({ request });
  post(group, { tab, body, mark, question: {} });
}

/// The moment at which it was to close came before the server had it.
export function pollForAWeek({ request, group }: Outgoing): void {
  const { tab, body, mark, poll } = request;
  if (!poll) return;
  discard({ request });
  post(group, { tab, body, mark, poll: openForAWeek(poll, Date.now(), currentMe()?.time_zone) });
}

/// Its card stands in its tab, which may not be what is in view.
async function showHeld(post: Post): Promise<void> {
  await learnOwnHeld(post);
  const text = language.get()?.text;
  if (text) say(text.post.isHeld);
}
