import { live } from '../../live/live.ts';
import type { PostId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { forgetThread, readThread } from '../comments/queries.ts';
import { forgetPost, heldConfidential, readPost, readQuestionsAfresh, resetQuestions } from '../posts/queries.ts';
import { soon } from './soon.ts';

/// Confidential questions on this device. The live channel says that something about them changed and never what, so what is
/// in view is read again, and what is not leaves.

export const readConfidentialSoon = soon(readConfidential);

function readConfidential(): void {
  for (const { id, isActive } of heldConfidential()) {
    if (isActive) void Promise.all([readPost(id), readThread(id)]);
    else forget(id);
  }
  readQuestionsAfresh();
  readOpenQuestionsAfresh();
}

/// This person is of a desk no more. What they may still read comes again.
export function forgetConfidential(): void {
  live.accessLost();
  for (const { id } of heldConfidential()) forget(id);
  resetQuestions();
  void queries.resetQueries({ queryKey: openQuestions });
}

function forget(id: PostId): void {
  forgetPost(id);
  forgetThread(id);
}

const openQuestions = ['department posts', 'open questions'];
const readOpenQuestionsAfresh = () => void queries.invalidateQueries({ queryKey: openQuestions });
