import { say } from '../../design/toast.ts';
import { language } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { Addressee, CreatePost, EventPlan, GroupId, NewNews, PersonId, Post, PostKind } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { readDepartmentsAfresh } from '../departments/departments.ts';
import { learnOwnHeld } from '../held/held.ts';
import { isWritten, Outbox, type OutgoingOf } from '../outbox/outbox.ts';
import { learnAgain } from '../people/people.ts';
import { openForAWeek } from '../polls/draft.ts';
import { isForTheSame } from '../praise/draft.ts';
import { askedConfidentially } from '../questions/asked.ts';
import { isConfidential } from '../questions/question.ts';
import { putPost, readQuestionsAfresh } from './queries.ts';

/// Own posts on their way.
interface WrittenPost {
  request: CreatePost;
  group: GroupId;
  writtenAt: string;
}

export type Outgoing = OutgoingOf<WrittenPost>;

const isPost = (value: unknown): value is WrittenPost => isWritten(value) && 'group' in value;

const posts = new Outbox<WrittenPost>('outbox', isPost, async (request) => {
  const post = await create(request);
  // A retry may learn that the post was made, and deleted since on another device.
  if (post.state === 'visible') putPost(post);
  if (post.state === 'held') await showHeld(post);
  // It has arrived, whether or not the code that says so does.
  if (post.state === 'scheduled') void showScheduled(post, request).catch(() => undefined);
  if (isConfidential(post)) askedConfidentially.set(post.id);
  if (request.question) readQuestionsAfresh();
});

/// Somebody whom it thanks may have left, and a department be archived: who or which that is, is known before it is said.
async function create(request: CreatePost): Promise<Post> {
  try {
    return await api.createPost(request);
  } catch (error) {
    if (request.praise && hasCode(error, 'not_found')) await learnAgain(request.praise.people);
    if (request.news && hasCode(error, 'not_found')) await readDepartmentsAfresh();
    throw error;
  }
}

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
  const { tab, mark, body, kind, praised = [] } = post;
  // No event tells of a confidential one: what came is another, with the same words.
  const isIt = ({ request }: WrittenPost) =>
    request.confidential !== true && request.publish_at === undefined && request.tab === tab && request.mark === mark && request.body === body && kindOf(request) === kind && isForTheSame(request.praise?.people ?? [], praised);
  posts.settle(post.published_at, isIt);
}

interface OfAKind {
  question?: unknown;
  poll?: unknown;
  praise?: unknown;
  news?: unknown;
  idea?: unknown;
  event?: unknown;
}

export const kindOf = ({ question, poll, praise, news, idea, event }: OfAKind): PostKind =>
  event ? 'event' : idea ? 'idea' : news ? 'news' : praise ? 'praise' : poll ? 'poll' : question ? 'question' : 'update';

/// The department or service that it was to go to is there no more: it goes to nobody in particular.
export function postWithoutTarget({ request, group }: Outgoing): void {
  discard({ request });
  post(group, { ...wordsIn(request), ...(request.idea ? { idea: {} } : { question: {} }) });
}

/// What it is besides what it asks: that stays, whatever was refused.
const wordsIn = ({ tab, body, mark, publish_at, translation }: CreatePost): Omit<CreatePost, 'client_id'> => ({
  tab,
  body,
  mark,
  ...(translation && { translation }),
  ...(publish_at !== undefined && { publish_at }),
});

/// At another moment than the one that was refused, or now.
export function postAt(publishAt: string | undefined, { request, group }: Outgoing): void {
  const words: Omit<CreatePost, 'client_id'> = { ...request };
  delete words.publish_at;
  discard({ request });
  post(group, publishAt === undefined ? words : { ...words, publish_at: publishAt });
}

/// Who was to read a confidential question is there no more: whoever asks it says who does, and no others read it meanwhile.
export function askInstead(question: Addressee, { request, group }: Outgoing): void {
  discard({ request });
  post(group, { ...wordsIn(request), question, confidential: true });
}

/// The moment at which it was to close came before the server had it.
export function pollForAWeek({ request, group }: Outgoing): void {
  const { poll, publish_at: at } = request;
  if (!poll) return;
  discard({ request });
  const opens = Math.max(Date.now(), at === undefined ? 0 : Date.parse(at));
  post(group, { ...wordsIn(request), poll: openForAWeek(poll, opens, currentMe()?.time_zone) });
}

/// Some of those whom it thanks have left: it thanks the others.
export function praiseWithout(gone: readonly PersonId[], { request, group }: Outgoing): void {
  const { praise } = request;
  if (!praise) return;
  discard({ request });
  post(group, { ...wordsIn(request), praise: { people: praise.people.filter((id) => !gone.includes(id)) } });
}

/// It asks less, or of fewer departments, than was refused.
export function newsWith(change: (news: NewNews) => NewNews, { request, group }: Outgoing): void {
  const { news } = request;
  if (!news) return;
  discard({ request });
  post(group, { ...wordsIn(request), news: change(news) });
}

/// What it was planned for had gone by.
export function eventAt(plan: EventPlan, { request, group }: Outgoing): void {
  discard({ request });
  post(group, { ...wordsIn(request), event: plan });
}

/// What it was to be besides words it cannot be: the words remain.
export function postAsUpdate({ request, group }: Outgoing): void {
  discard({ request });
  post(group, wordsIn(request));
}

/// Its card stands in its tab, which may not be what is in view.
async function showHeld(post: Post): Promise<void> {
  await learnOwnHeld(post);
  const text = language.get()?.text;
  if (text) say(text.post.isHeld);
}

async function showScheduled(post: Post, { publish_at: publishAt }: CreatePost): Promise<void> {
  const { showScheduled: show } = await import('../scheduled/acts.ts');
  await show(post, publishAt ?? post.published_at);
}
