import type { CreatePost, Mark, NewPraise, Post, QuestionTarget, TabId } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';
import { isBegun as isPollBegun, isPollDraft, newPollOf, type PollDraft } from '../polls/draft.ts';
import { isForSomebody, isPraiseDraft } from '../praise/draft.ts';
import { cleaned } from './writing.ts';

/// What someone was writing in a tab, kept on this device until it is posted or thrown away.
export interface Draft {
  body: string;
  mark: Mark;
  /// What it is about, of a question.
  question?: QuestionTarget;
  /// What one chooses from, of a poll.
  poll?: PollDraft;
  /// For whom, of praise.
  praise?: NewPraise;
}

export const wordsOf = ({ body, mark }: Post): Draft => ({ body, mark });

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  typeof value.body === 'string' &&
  'mark' in value &&
  (value.mark === 'work' || value.mark === 'personal') &&
  (!('question' in value) || isTarget(value.question)) &&
  (!('poll' in value) || isPollDraft(value.poll)) &&
  (!('praise' in value) || isPraiseDraft(value.praise));

const isTarget = (value: unknown): value is QuestionTarget =>
  typeof value === 'object' && value !== null && Object.values(value).every((id) => typeof id === 'number');

// By person first: whoever signs out takes the drafts along, and the next person at this computer sees none.
const nameOf = (tab: TabId) => `${String(currentMe()?.person.id)}.draft.${String(tab)}`;

export const keptDraft = (tab: TabId): Draft | undefined => kept(nameOf(tab), isDraft);

export function keepDraft(tab: TabId, draft: Draft | undefined): void {
  keep(nameOf(tab), draft && (draft.body.trim() || draft.question || draft.poll || draft.praise) ? draft : undefined);
}

/// Something was written that one would not want to lose.
export const isBegun = ({ body, poll, praise }: Draft): boolean =>
  body.trim() !== '' || (poll !== undefined && isPollBegun(poll)) || (praise !== undefined && isForSomebody(praise));

/// What is sent. A poll closes on the organisation's clock.
export function requestOf({ body, mark, question, poll, praise }: Draft, tab: TabId, now: number): Omit<CreatePost, 'client_id'> {
  const words = { tab, body: cleaned(body), mark };
  if (poll) return { ...words, poll: newPollOf(poll, now, currentMe()?.time_zone) };
  if (praise) return { ...words, praise };
  return question ? { ...words, question } : words;
}
