import { api } from '../../protocol/client.ts';
import type { Comment, CreateComment, PostId } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { isWritten, Outbox, type OutgoingOf } from '../outbox/outbox.ts';
import type { Draft } from './drafts.ts';
import { putComment } from './queries.ts';

/// Own comments on their way.
interface WrittenComment {
  request: CreateComment;
  writtenAt: string;
}

export type Outgoing = OutgoingOf<WrittenComment>;

const isComment = (value: unknown): value is WrittenComment => isWritten(value) && 'post' in value.request;

export const commentOutbox = new Outbox<WrittenComment>('comments', isComment, async (request) => {
  const comment = await api.createComment(request);
  // A retry may learn that the comment was made, and deleted since on another device.
  if (comment.state === 'visible') putComment(comment);
});

export function comment(post: PostId, { body, quote }: Draft): void {
  const request = { post, client_id: crypto.randomUUID(), body, ...(quote ? { quote: quote.comment } : {}) };
  commentOutbox.add({ request, writtenAt: new Date().toISOString() });
}

/// The comment that it replies to is there no more: what was written stands without it.
export function sendWithoutQuote({ request: { post, body }, request }: Outgoing): void {
  commentOutbox.discard({ request });
  comment(post, { body });
}

export function settleByEvent({ author, post, body, quote, published_at: at }: Comment): void {
  if (author !== currentMe()?.person.id) return;
  commentOutbox.settle(at, ({ request }) => request.post === post && request.body === body && request.quote === quote?.comment);
}
