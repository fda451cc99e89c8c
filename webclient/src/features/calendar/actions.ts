import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { PostId, RescheduleEvent } from '../../protocol/generated.ts';
import { readViewNow, readViewSoon } from '../posts/reread.ts';
import { putEvent } from './put.ts';

/// False when it was not kept. Where somebody else was first, or more people come, what stands now is here when it says so.
export async function reschedule(request: RescheduleEvent, text: AllWords): Promise<boolean> {
  const { saved, failed } = text.rescheduling;
  try {
    putEvent(request.post, await api.rescheduleEvent(request));
    say(saved);
    return true;
  } catch (error) {
    await learn(request.post, error);
    complain(`${failed} ${whyNot(error, text)}`);
    return false;
  }
}

/// False when it still goes on.
export async function cancel(post: PostId, reason: string, text: AllWords): Promise<boolean> {
  const { done, earlier, failed, isOver } = text.cancelling;
  try {
    const event = await api.cancelEvent({ post, reason });
    putEvent(post, event);
    // The server keeps the first reason.
    say(event.cancel_reason === reason ? done : earlier);
    return true;
  } catch (error) {
    await learn(post, error);
    complain(`${failed} ${hasCode(error, 'conflict') ? isOver : text.errors[errorKey(error)]}`);
    return false;
  }
}

/// What the event is by now, when the server thinks otherwise of it, or its answer got lost.
async function learn(post: PostId, error: unknown): Promise<void> {
  if (hasCode(error, 'stale_version', 'conflict')) await readViewNow(post);
  else if (isOutcomeUnknown(error)) readViewSoon(post);
}

/// The clock here may run behind, and an end may come while one writes.
function whyNot(error: unknown, { rescheduling: text, errors }: AllWords): string {
  if (hasCode(error, 'conflict')) return error.field === 'places' ? text.tooFew : text.ended;
  if (hasCode(error, 'invalid_request') && error.field === '$.plan.ends') return text.past;
  return errors[errorKey(error)];
}
