import { router } from '../../app/router.tsx';
import { complain, say } from '../../design/toast.ts';
import { createMoments } from '../../i18n/moments.ts';
import { type AllWords, language, loadAllWords } from '../../i18n/text.tsx';
import { wallAt } from '../../i18n/wall.ts';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post, PostId, ScheduledPost, TabId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { groupsQuery } from '../groups/groups.ts';
import { allOf, copyText, learnOwnHeld } from '../held/held.ts';
import { isTaken, putDraft } from '../posts/drafts.ts';
import { putPost } from '../posts/queries.ts';
import { draftOf } from './again.ts';
import { readScheduledAfresh, scheduledQuery } from './scheduled.ts';
import { whenWords } from './useWhenWords.ts';

/// Once an own post waits for its time: when that is, where one finds it, and the way back.
export async function showScheduled({ id }: Post, publishAt: string): Promise<void> {
  await readScheduledAfresh();
  const name = language.get()?.name;
  if (!name) return;
  const text = await loadAllWords(name);
  const timeZone = currentMe()?.time_zone;
  const when = whenWords(wallAt(Date.parse(publishAt), timeZone), Date.now(), createMoments(text, timeZone), text, timeZone);
  say(text.scheduleDialog.made(when), { label: text.post.undo, run: () => void undo(id, text) });
}

async function undo(id: PostId, text: AllWords): Promise<void> {
  const { items } = await queries.query(scheduledQuery);
  const scheduled = items.find(({ post }) => post.id === id);
  if (!scheduled) return;
  const { tab } = scheduled.post;
  if (isTaken(tab)) {
    const show = { label: text.scheduled.show, run: () => void router.navigate({ to: '/scheduled' }) };
    say(text.scheduled.draftStands(nameOfTab(tab)), show);
    return;
  }
  await turnIntoDraft(scheduled, text);
}

/// Never over another draft: then nothing happens to it, and it says why.
export async function turnIntoDraft(scheduled: ScheduledPost, text: AllWords): Promise<void> {
  const { tab } = scheduled.post;
  if (isTaken(tab)) complain(text.scheduled.draftFirst(nameOfTab(tab)));
  else if (await withdraw(scheduled, text)) backToDraft(scheduled, text);
}

/// It is gone from the server then; for a while it can be had back, as the draft that it was.
export async function cancel(scheduled: ScheduledPost, text: AllWords): Promise<void> {
  if (!(await withdraw(scheduled, text))) return;
  const { tab } = scheduled.post;
  const back = isTaken(tab)
    ? { label: text.held.copyText, run: () => void copyText(allOf(scheduled.post), text) }
    : { label: text.scheduled.toDraft, run: () => backToDraft(scheduled, text) };
  say(text.scheduled.cancelled, back);
}

/// False when it did not happen.
async function withdraw(scheduled: ScheduledPost, text: AllWords): Promise<boolean> {
  try {
    await api.cancelScheduledPost({ post: scheduled.post.id });
    return true;
  } catch (error) {
    complain(whyNot(error, scheduled, text));
    return false;
  } finally {
    await readScheduledAfresh();
  }
}

/// What one began to write there meanwhile stays: then the text can be copied.
function backToDraft(scheduled: ScheduledPost, text: AllWords): void {
  const { tab } = scheduled.post;
  if (isTaken(tab)) {
    void copyText(allOf(scheduled.post), text);
    return;
  }
  putDraft(tab, draftOf(scheduled, Date.now(), currentMe()?.time_zone));
  say(text.scheduled.isDraft);
}

/// Instead of at its time.
export async function publishNow(scheduled: ScheduledPost, text: AllWords): Promise<void> {
  try {
    const post = await api.publishScheduledPost({ post: scheduled.post.id });
    if (post.state === 'visible') putPost(post);
    if (post.state === 'held') await learnOwnHeld(post);
    say(post.state === 'held' ? text.post.isHeld : text.scheduled.published);
  } catch (error) {
    complain(whyNot(error, scheduled, text));
  } finally {
    await readScheduledAfresh();
  }
}

/// Its time had come, another device was faster, one may not post there any more, or whom or what it asks is gone or over.
export function whyNot(error: unknown, scheduled: ScheduledPost, text: AllWords): string {
  if (hasCode(error, 'not_found')) return whatIsGone(error.field, text) ?? text.scheduled.gone;
  if (hasCode(error, 'conflict')) return text.scheduled.gone;
  if (hasCode(error, 'forbidden')) return text.scheduled.mayNot;
  const over = hasCode(error, 'invalid_request') ? whatIsOver(scheduled, Date.now(), text) : undefined;
  return over ?? text.errors[errorKey(error)];
}

function whatIsGone(field: string | undefined, text: AllWords): string | undefined {
  if (field === 'question' || field === 'idea') return text.questions.targetGone;
  if (field === 'news') return text.newsRefused.someGone;
  return field === 'praise' ? text.praise.somebodyGone : undefined;
}

/// What nobody can answer or come to any more.
export function whatIsOver({ poll, event }: ScheduledPost, now: number, text: AllWords): string | undefined {
  if (poll && Date.parse(poll.closes_at) <= now) return text.scheduled.pollOver;
  return event && Date.parse(event.ends) <= now ? text.scheduled.eventOver : undefined;
}

const nameOfTab = (tab: TabId): string =>
  queries.getQueryData(groupsQuery.queryKey)?.items.flatMap(({ tabs }) => tabs).find((view) => view.tab.id === tab)?.tab.name ?? '';
