import { complain, say } from '../../design/toast.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Post, Reading } from '../../protocol/generated.ts';
import { currentMe } from '../accounts/session.ts';
import { currentReadings } from '../groups/groups.ts';
import { isBehind } from '../groups/readings.ts';
import { isConfidential } from '../questions/question.ts';
import { heldPostAt } from './queries.ts';
import { allIsTold, forgetMarks, heldBack, holdBack, learnReadings, letGo } from './reading.ts';

/// Whether one can say "unread from here": it has been read, and is not one's own. As known at this moment.
export function mayBeUnread(post: Post): boolean {
  const reading = currentReadings().get(post.tab);
  return reading !== undefined && !isConfidential(post) && post.author !== currentMe()?.person.id && isBehind(post, reading);
}

/// The post and all that came after it in its tab are unread again, on all devices, and stay so here while they are in
/// view. Says so, and offers the way back. A reading that changed on another device meanwhile stays as it is there.
export async function markUnreadFrom(post: Post, text: Catalogue): Promise<void> {
  const { tab } = post;
  const wasHeld = heldBack.get().has(tab);
  holdBack([tab]);
  forgetMarks([tab]);
  const failed = (error: unknown) => {
    complain(text.errors[errorKey(error)]);
  };
  let isDone = false;
  try {
    await allIsTold(tab);
    const before = currentReadings().get(tab);
    if (before && (await moveBack(before, post))) {
      isDone = true;
      say(text.post.isUnreadFrom, wayBack(before, text, failed));
    } else {
      say(text.post.readMeanwhile);
    }
  } catch (error) {
    failed(error);
  }
  if (!isDone && !wasHeld) letGo([tab]);
}

/// Moments are whole milliseconds: one earlier, nothing else lies between. False when the server left it as it is.
async function moveBack({ tab, version }: Reading, post: Post): Promise<boolean> {
  const until = new Date(Date.parse(post.published_at) - 1).toISOString();
  const { items } = await api.restoreReadings({ readings: [{ tab, version, read_until: until }] });
  learnReadings(items);
  return items.every((reading) => !isBehind(post, reading));
}

/// Read again up to where it was; only where the post is held that stood there.
function wayBack({ tab, read_until: until }: Reading, text: Catalogue, failed: (error: unknown) => void) {
  const last = until === undefined ? undefined : heldPostAt(tab, until);
  if (!last) return undefined;
  const run = async () => {
    learnReadings([await api.markRead({ tab, up_to: last.id })]);
    letGo([tab]);
  };
  return { label: text.post.undo, run: () => void run().catch(failed) };
}
