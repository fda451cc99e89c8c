import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { AcknowledgeNews, Department, PostId } from '../../protocol/generated.ts';
import { readViewSoon } from '../posts/reread.ts';
import { putNews } from './events.ts';

/// Those who did not confirm are asked once more. What was done before shows when it was.
export async function remind(post: PostId, text: AllWords): Promise<void> {
  const { isReminded, remindFailed, remindedBefore } = text.news.confirmations;
  try {
    putNews(post, await api.remindReaders({ post }));
    say(isReminded);
  } catch (error) {
    const isOther = hasCode(error, 'conflict');
    if (isOther || isOutcomeUnknown(error)) readViewSoon(post);
    const isBefore = isOther && error.field === 'reminder';
    complain(isBefore ? remindedBefore : `${remindFailed} ${text.errors[errorKey(error)]}`);
  }
}

/// False when it was not kept.
export async function takeUp(department: Department, request: Omit<AcknowledgeNews, 'department'>, text: AllWords): Promise<boolean> {
  try {
    putNews(request.post, await api.acknowledgeNews({ ...request, department: department.id }));
    say(text.news.takingUp.saved(department.name));
    return true;
  } catch (error) {
    complain(`${text.news.takingUp.failed} ${whyNot(error, text)}`);
    return false;
  }
}

/// The clock here may run behind, and the day may end while one writes.
function whyNot(error: unknown, { news, errors }: AllWords): string {
  if (hasCode(error, 'invalid_request') && error.field === '$.done_by') return news.takingUp.past;
  if (hasCode(error, 'not_found') && error.field === 'department') return news.takingUp.notAffected;
  return errors[errorKey(error)];
}
