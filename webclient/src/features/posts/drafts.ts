import type { CreatePost, Mark, NewPraise, NewTranslation, Post, PostKind, Addressee, TabId } from '../../protocol/generated.ts';
import { isWall, momentOn } from '../../i18n/wall.ts';
import { keep, kept, keptNames } from '../../state/kept.ts';
import { Store } from '../../state/store.ts';
import { currentMe } from '../accounts/session.ts';
import { type EventDraft, isBegun as isEventBegun, isEventDraft, planOf, renewed, unplanned } from '../calendar/plan.ts';
import { isBegun as isNewsBegun, emptyNews, isNewsDraft, type NewsDraft, newNewsOf } from '../news/draft.ts';
import { composeNews, splitNews } from '../news/source.ts';
import { isBegun as isPollBegun, isPollDraft, newPollOf, type PollDraft } from '../polls/draft.ts';
import { isForSomebody, isPraiseDraft } from '../praise/draft.ts';
import { kindOf } from './outbox.ts';
import { isTitle } from '../titles/title.ts';
import { composeTitled, splitTitled } from '../titles/titledSource.ts';
import { isBegun as isTranslationBegun, isTranslationDraft, type TranslationDraft } from '../translations/draft.ts';
import { cleaned } from './writing.ts';

/// What someone was writing in a tab, kept on this device until it is posted or thrown away, and from here on all of theirs.
export interface Draft {
  body: string;
  mark: Mark;
  /// When it is to be posted, as a wall of the organisation's clock; without it at once.
  at?: string;
  /// What it is about, of a question.
  question?: Addressee;
  /// Of a question: only whom it asks may read it.
  confidential?: boolean;
  /// Of what was a private question before one looked at another kind: whom it asks. It is one again as a question.
  askedPrivately?: Addressee;
  /// What one chooses from, of a poll.
  poll?: PollDraft;
  /// For whom, of praise.
  praise?: NewPraise;
  /// What stands above its text, of news, and what it asks.
  news?: NewsDraft;
  /// Who decides on it, of an idea.
  idea?: Addressee;
  /// What stands above its text, of an event, and when and where it is.
  event?: EventDraft;
  /// The same in the other language.
  translation?: TranslationDraft;
}

/// What has a title stands in fields of its own, when the title is where those put it.
export function wordsOf({ kind, body, mark }: Pick<Post, 'kind' | 'body' | 'mark'>): Draft {
  const news = kind === 'news' ? splitNews(body) : undefined;
  if (news) return { body: news.text, mark, news: { ...emptyNews, title: news.title, lead: news.lead } };
  const event = kind === 'event' ? splitTitled(body) : undefined;
  return event ? { body: event.text, mark, event: { ...unplanned, title: event.title } } : { body, mark };
}

/// As it travels: all that is written, in one text.
export function bodyOf({ body, news, event }: Draft): string {
  if (news) return composeNews({ ...news, text: body });
  return event ? composeTitled({ title: event.title, text: body }) : cleaned(body);
}

/// Has the title that its kind takes.
export function hasItsTitle({ news, event }: Draft): boolean {
  const titled = news ?? event;
  return !titled || isTitle(titled.title);
}

/// What is written in the other language, as a draft of its kind.
export const inOther = (kind: PostKind, { title, lead, body }: TranslationDraft): Draft => ({
  body,
  mark: 'work',
  ...(kind === 'news' && { news: { ...emptyNews, title, lead } }),
  ...(kind === 'event' && { event: { ...unplanned, title } }),
});

/// The same of a draft; nothing where nothing is written that its kind takes.
export function translated(draft: Draft): Draft | undefined {
  const other = draft.translation && inOther(kindOf(draft), draft.translation);
  return other && [other.news?.title, other.news?.lead, other.event?.title, other.body].some((words = '') => words.trim() !== '') ? other : undefined;
}

/// As it travels.
function newTranslationOf(draft: Draft): NewTranslation | undefined {
  const other = translated(draft);
  return draft.translation && other && { language: draft.translation.language, body: bodyOf(other) };
}

/// What stands in the other language, in the fields in which its author wrote it.
export function translationWordsOf({ kind, mark, translation }: Post): TranslationDraft | undefined {
  if (!translation) return undefined;
  const { body, news, event } = wordsOf({ kind, mark, body: translation.body });
  return { language: translation.language, title: (news ?? event)?.title ?? '', lead: news?.lead ?? '', body };
}

/// What is saved of what one edits: nothing, of what lacks its title.
export const editOf = (draft: Draft): Pick<Draft, 'body' | 'mark'> => ({
  body: hasItsTitle(draft) ? bodyOf(draft) : '',
  mark: draft.mark,
});

/// Kept by another version of Plein it may be anything.
export const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  typeof value.body === 'string' &&
  'mark' in value &&
  (value.mark === 'work' || value.mark === 'personal') &&
  (!('at' in value) || (typeof value.at === 'string' && isWall(value.at))) &&
  (!('question' in value) || isTarget(value.question)) &&
  (!('confidential' in value) || typeof value.confidential === 'boolean') &&
  (!('askedPrivately' in value) || isTarget(value.askedPrivately)) &&
  (!('poll' in value) || isPollDraft(value.poll)) &&
  (!('praise' in value) || isPraiseDraft(value.praise)) &&
  (!('news' in value) || isNewsDraft(value.news)) &&
  (!('idea' in value) || isTarget(value.idea)) &&
  (!('event' in value) || isEventDraft(value.event)) &&
  (!('translation' in value) || isTranslationDraft(value.translation));

const isTarget = (value: unknown): value is Addressee =>
  typeof value === 'object' && value !== null && Object.values(value).every((id) => typeof id === 'number');

// By person first: whoever signs out takes the drafts along, and the next person at this computer sees none.
const keptUnder = () => `${String(currentMe()?.person.id)}.draft.`;
const nameOf = (tab: TabId) => keptUnder() + String(tab);

/// The tab of such a name; none of another name.
export const tabOfName = (name: string): TabId | undefined =>
  name.startsWith(keptUnder()) ? Number(name.slice(keptUnder().length)) : undefined;

export const tabsWithDraft = (): TabId[] => keptNames(keptUnder()).flatMap((name) => tabOfName(name) ?? []);

export const keptDraft = (tab: TabId): Draft | undefined => kept(nameOf(tab), isDraft);

/// Where one was kept last: whoever brings them to the server listens.
export const lastKept = new Store<{ tab: TabId } | undefined>(undefined);

export function keepDraft(tab: TabId, draft: Draft | undefined): void {
  keep(nameOf(tab), draft && (isBegun(draft) || kindOf(draft) !== 'update' || draft.askedPrivately || draft.translation !== undefined) ? draft : undefined);
  lastKept.set({ tab });
}

/// How often the draft of a tab became another one than what was typed here.
export const arrivals = new Store<ReadonlyMap<TabId, number>>(new Map());

/// From another window, which shares what is kept, or from another device.
export function hasArrived(tab: TabId): void {
  arrivals.update((all) => new Map(all).set(tab, (all.get(tab) ?? 0) + 1));
}

/// Puts a draft where one writes.
export function putDraft(tab: TabId, draft: Draft | undefined): void {
  keepDraft(tab, draft);
  hasArrived(tab);
}

/// Something was written that one would not want to lose.
export const isBegun = ({ body, poll, praise, news, event, translation }: Draft): boolean =>
  body.trim() !== '' ||
  (translation !== undefined && isTranslationBegun(translation)) ||
  (poll !== undefined && isPollBegun(poll)) ||
  (praise !== undefined && isForSomebody(praise)) ||
  (news !== undefined && isNewsBegun(news)) ||
  (event !== undefined && isEventBegun(event));

/// Something that one would not want to lose stands in a tab.
export function isTaken(tab: TabId): boolean {
  const draft = keptDraft(tab);
  return draft !== undefined && isBegun(draft);
}

/// As one finds it when one opens it again.
export const reopened = (draft: Draft): Draft =>
  draft.event && !isBegun(draft) ? { ...draft, event: renewed(draft.event, { now: Date.now(), timeZone: currentMe()?.time_zone }) } : draft;

/// From when on people can read it: a poll is open for so many days from then.
export const readableFrom = (draft: Draft, now: number): number =>
  Math.max(now, momentOn(postedAt(draft) ?? '', currentMe()?.time_zone) ?? now);

/// When it is to be posted. What only a desk reads has no time of its own, whatever an earlier version of Plein kept.
export const postedAt = ({ at, confidential }: Draft): string | undefined => (confidential ? undefined : at);

/// What is sent. A poll closes, and an event begins, on the organisation's clock; that news is confirmed, who looks after the tab may ask.
export function requestOf(draft: Draft, tab: TabId, now: number, looksAfter: boolean): Omit<CreatePost, 'client_id'> {
  const { mark, question, confidential, poll, praise, news, idea, event } = draft;
  const from = readableFrom(draft, now);
  const translation = newTranslationOf(draft);
  const words = {
    tab,
    body: bodyOf(draft),
    mark,
    ...(translation && { translation }),
    ...(postedAt(draft) !== undefined && { publish_at: new Date(from).toISOString() }),
  };
  if (poll) return { ...words, poll: newPollOf(poll, from, currentMe()?.time_zone) };
  if (praise) return { ...words, praise };
  if (news) return { ...words, news: newNewsOf(news, looksAfter) };
  if (idea) return { ...words, idea };
  if (event) return { ...words, event: planOf(event, { now, timeZone: currentMe()?.time_zone }) };
  return question ? { ...words, question, ...(confidential && { confidential }) } : words;
}
