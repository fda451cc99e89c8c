import type { PostView } from '../../protocol/generated.ts';
import { useStanding } from '../departments/useStanding.ts';
import { noRights, type QuestionRights, rightsOn } from './rights.ts';

/// What this person may do with a question.
export function useQuestionRights(view: PostView): QuestionRights {
  const standing = useStanding(view.post, view.question);
  return standing ? rightsOn(view, standing) : noRights;
}
