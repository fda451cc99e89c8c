import type { PostView } from '../../protocol/generated.ts';
import { useStanding } from '../departments/useStanding.ts';
import { mayMerge, noRights, type QuestionRights, rightsOn } from './rights.ts';

/// What this person may do with a question.
export function useQuestionRights(view: PostView): QuestionRights {
  const standing = useStanding(view.post, view.question);
  return standing ? rightsOn(view, standing) : noRights;
}

/// Whether this person may merge it with others, also when it is merged now.
export function useMayMerge(view: PostView): boolean {
  const standing = useStanding(view.post, view.question);
  return standing !== undefined && mayMerge(view, standing);
}
