import type { PostId, Quote } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';

/// What someone was writing below a post, kept on this device until it is sent or emptied.
export interface Draft {
  body: string;
  quote?: Quote;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  typeof value.body === 'string' &&
  (!('quote' in value) || isQuote(value.quote));

const isQuote = (value: unknown): value is Quote =>
  typeof value === 'object' &&
  value !== null &&
  'comment' in value &&
  typeof value.comment === 'number' &&
  'author' in value &&
  typeof value.author === 'number';

// By person first: whoever signs out takes the drafts along, and the next person at this computer sees none.
const nameOf = (post: PostId) => `${String(currentMe()?.person.id)}.comment.${String(post)}`;

export const keptDraft = (post: PostId): Draft | undefined => kept(nameOf(post), isDraft);

export function keepDraft(post: PostId, draft: Draft): void {
  keep(nameOf(post), draft.body.trim() || draft.quote ? draft : undefined);
}
