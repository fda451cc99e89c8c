import { queryOptions } from '@tanstack/react-query';
import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode, isOutcomeUnknown } from '../../protocol/errors.ts';
import type { PostId, PostView, Question } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { learnPeople } from '../people/people.ts';
import { readViewSoon } from '../posts/reread.ts';
import { putQuestion } from './events.ts';
import { isMerged } from './question.ts';

/// Has one question answer another one that asks the same, and takes them apart again.

const equalsKey = (post: PostId) => ['equal questions', post] as const;

/// Into which question it could be merged. Asked for each time, and held no longer than somebody chooses.
export const equalsQuery = (post: PostId, search: string) =>
  queryOptions({
    queryKey: [...equalsKey(post), search] as const,
    queryFn: async () => {
      const page = await api.listEqualQuestions(search === '' ? { post } : { post, search });
      learnPeople(page.people);
      return page;
    },
    staleTime: 0,
    gcTime: 0,
  });

/// `audience`: some who read this one do not read the other. `changed`: the other is none to merge with any more. `gone`: nor
/// is it there.
export type Outcome = 'merged' | Refusal | 'failed';
export type Refusal = 'audience' | 'otherChanged' | 'otherGone';

/// Says so, and offers the way back where that leads to what was.
export async function merge(view: PostView, into: PostId, text: AllWords): Promise<Outcome> {
  const { merging } = text;
  const { id } = view.post;
  try {
    const question = await api.mergeQuestion({ post: id, into });
    putQuestion(id, question);
    // What was merged with it before went along, and who had picked it up has the other one: neither comes back.
    const leadsBack = (view.question?.merged ?? 0) === 0 && view.question?.picked_up_by === undefined;
    say(merging.done, leadsBack ? { label: text.post.undo, run: () => void unmerge({ ...view, question }, true, text) } : undefined);
    return 'merged';
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) {
      void queries.invalidateQueries({ queryKey: equalsKey(id) });
      return refusal;
    }
    complain(`${merging.failed} ${whyNot(id, error, text)}`);
    return 'failed';
  }
}

/// False when it still counts as merged.
export async function unmerge(view: PostView, mayMerge: boolean, text: AllWords): Promise<boolean> {
  const { merging } = text;
  const { id } = view.post;
  try {
    const question = await api.unmergeQuestion({ post: id });
    putQuestion(id, question);
    say(merging.isApart, wayBack(view, question, mayMerge, text));
    return true;
  } catch (error) {
    complain(`${merging.apartFailed} ${whyNot(id, error, text)}`);
    return false;
  }
}

/// Only who may merge questions goes back.
function wayBack(view: PostView, question: Question, mayMerge: boolean, text: AllWords) {
  const before = view.question;
  if (!mayMerge || !before || !isMerged(before)) return undefined;
  return { label: text.post.undo, run: () => void mergeBack({ ...view, question }, before.merged_into, text) };
}

async function mergeBack(view: PostView, into: PostId, text: AllWords): Promise<void> {
  const outcome = await merge(view, into, text);
  if (outcome !== 'merged' && outcome !== 'failed') complain(`${text.merging.failed} ${text.merging[outcome]}`);
}

function refusalOf(error: unknown): Refusal | undefined {
  if (hasCode(error, 'not_found') && error.field === 'into') return 'otherGone';
  if (!hasCode(error, 'conflict')) return undefined;
  if (error.field === 'audience') return 'audience';
  return error.field === 'into' ? 'otherChanged' : undefined;
}

/// A question that has become another meanwhile is read again, so that it shows why this was refused.
function whyNot(post: PostId, error: unknown, { questions, errors }: AllWords): string {
  const isOther = hasCode(error, 'conflict', 'stale_version');
  if (isOther || isOutcomeUnknown(error)) readViewSoon(post);
  return isOther ? questions.changedMeanwhile : errors[errorKey(error)];
}
