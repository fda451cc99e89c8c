import { complain, say } from '../../design/toast.ts';
import { createMoments } from '../../i18n/moments.ts';
import { type AllWords, language, loadAllWords } from '../../i18n/text.tsx';
import { wallAt } from '../../i18n/wall.ts';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post, PostId, ScheduledPost } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { currentMe } from '../accounts/session.ts';
import { copyText, learnOwnHeld } from '../held/held.ts';
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
  if (scheduled && (await withdraw(scheduled, text))) backToDraft(scheduled, text);
}

/// It is gone from the server then; for a while it can be had back, as the draft that it was.
export async function cancel(scheduled: ScheduledPost, text: AllWords): Promise<void> {
  if (!(await withdraw(scheduled, text))) return;
  const { body, tab } = scheduled.post;
  const back = isTaken(tab)
    ? { label: text.held.copyText, run: () => void copyText(body, text) }
    : { label: text.scheduled.toDraft, run: () => backToDraft(scheduled, text) };
  say(text.scheduled.cancelled, back);
}

/// False when it did not happen.
async function withdraw({ post: { id } }: ScheduledPost, text: AllWords): Promise<boolean> {
  try {
    await api.cancelScheduledPost({ post: id });
    return true;
  } catch (error) {
    complain(whyNot(error, text));
    return false;
  } finally {
    await readScheduledAfresh();
  }
}

/// What one began to write there meanwhile stays: then the text can be copied.
function backToDraft(scheduled: ScheduledPost, text: AllWords): void {
  const { body, tab } = scheduled.post;
  if (isTaken(tab)) {
    void copyText(body, text);
    return;
  }
  putDraft(tab, draftOf(scheduled, Date.now(), currentMe()?.time_zone));
  say(text.scheduled.isDraft);
}

/// Instead of at its time.
export async function publishNow({ post: { id } }: ScheduledPost, text: AllWords): Promise<void> {
  try {
    const post = await api.publishScheduledPost({ post: id });
    if (post.state === 'visible') putPost(post);
    if (post.state === 'held') await learnOwnHeld(post);
    say(post.state === 'held' ? text.post.isHeld : text.scheduled.published);
  } catch (error) {
    complain(whyNot(error, text));
  } finally {
    await readScheduledAfresh();
  }
}

/// Its time had come, another device was faster, or one may not post there any more.
export function whyNot(error: unknown, text: AllWords): string {
  if (hasCode(error, 'conflict', 'not_found')) return text.scheduled.gone;
  if (hasCode(error, 'forbidden')) return text.scheduled.mayNot;
  return text.errors[errorKey(error)];
}
