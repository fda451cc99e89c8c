import type { CreatePost, Mark, NewPraise, Post, Addressee, TabId } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';
import { isBegun as isNewsBegun, emptyNews, isNewsDraft, isTitled, type NewsDraft, newNewsOf } from '../news/draft.ts';
import { composeNews, splitNews } from '../news/source.ts';
import { isBegun as isPollBegun, isPollDraft, newPollOf, type PollDraft } from '../polls/draft.ts';
import { isForSomebody, isPraiseDraft } from '../praise/draft.ts';
import { kindOf } from './outbox.ts';
import { cleaned } from './writing.ts';

/// What someone was writing in a tab, kept on this device until it is posted or thrown away.
export interface Draft {
  body: string;
  mark: Mark;
  /// What it is about, of a question.
  question?: Addressee;
  /// What one chooses from, of a poll.
  poll?: PollDraft;
  /// For whom, of praise.
  praise?: NewPraise;
  /// What stands above its text, of news, and what it asks.
  news?: NewsDraft;
  /// Who decides on it, of an idea.
  idea?: Addressee;
}

/// News stands in fields of its own, when its title is where those put it.
export function wordsOf({ kind, body, mark }: Post): Draft {
  const source = kind === 'news' ? splitNews(body) : undefined;
  if (!source) return { body, mark };
  const { title, lead, text } = source;
  return { body: text, mark, news: { ...emptyNews, title, lead } };
}

/// As it travels: all that is written, in one text.
export const bodyOf = ({ body, news }: Draft): string => (news ? composeNews({ ...news, text: body }) : cleaned(body));

/// What is saved of what one edits: nothing, of news without a title.
export const editOf = (draft: Draft): Pick<Draft, 'body' | 'mark'> => ({
  body: draft.news && !isTitled(draft.news) ? '' : bodyOf(draft),
  mark: draft.mark,
});

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  typeof value.body === 'string' &&
  'mark' in value &&
  (value.mark === 'work' || value.mark === 'personal') &&
  (!('question' in value) || isTarget(value.question)) &&
  (!('poll' in value) || isPollDraft(value.poll)) &&
  (!('praise' in value) || isPraiseDraft(value.praise)) &&
  (!('news' in value) || isNewsDraft(value.news)) &&
  (!('idea' in value) || isTarget(value.idea));

const isTarget = (value: unknown): value is Addressee =>
  typeof value === 'object' && value !== null && Object.values(value).every((id) => typeof id === 'number');

// By person first: whoever signs out takes the drafts along, and the next person at this computer sees none.
const nameOf = (tab: TabId) => `${String(currentMe()?.person.id)}.draft.${String(tab)}`;

export const keptDraft = (tab: TabId): Draft | undefined => kept(nameOf(tab), isDraft);

export function keepDraft(tab: TabId, draft: Draft | undefined): void {
  keep(nameOf(tab), draft && (draft.body.trim() || kindOf(draft) !== 'update') ? draft : undefined);
}

/// Something was written that one would not want to lose.
export const isBegun = ({ body, poll, praise, news }: Draft): boolean =>
  body.trim() !== '' ||
  (poll !== undefined && isPollBegun(poll)) ||
  (praise !== undefined && isForSomebody(praise)) ||
  (news !== undefined && isNewsBegun(news));

/// What is sent. A poll closes on the organisation's clock; that news is confirmed, who looks after the tab may ask.
export function requestOf(draft: Draft, tab: TabId, now: number, looksAfter: boolean): Omit<CreatePost, 'client_id'> {
  const { mark, question, poll, praise, news, idea } = draft;
  const words = { tab, body: bodyOf(draft), mark };
  if (poll) return { ...words, poll: newPollOf(poll, now, currentMe()?.time_zone) };
  if (praise) return { ...words, praise };
  if (news) return { ...words, news: newNewsOf(news, looksAfter) };
  if (idea) return { ...words, idea };
  return question ? { ...words, question } : words;
}
